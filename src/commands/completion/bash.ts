/** The completion script for bash, 3.2 and later. */

import type { CommandModel, Values } from "./model.ts";

/** A script that is sourced; ids are asked for when they are needed. */
export function bashScript(commands: readonly CommandModel[]): string {
  return `# Completion of kpi for bash. Write this into ~/.bashrc:  eval "$(kpi completion bash)"

# Offers a word that begins as the one at the cursor does: of it, the part that bash replaces.
_kpi_offer() {
  local whole=$lead$1
  case "$1" in "$cur"*) COMPREPLY+=("\${whole#"$kept"}") ;; esac
}

_kpi_words() {
  local word
  for word in $1; do _kpi_offer "$word"; done
}

_kpi_ids() {
  local id
  while IFS= read -r id; do _kpi_offer "$id"; done < <("\${COMP_WORDS[0]}" completion --ids "$1" \${folder:+-C "$folder"} 2>/dev/null)
}

# Nothing can be completed: not even files.
_kpi_free() { compopt +o default +o bashdefault 2>/dev/null; }

_kpi_folders() {
  local name
  while IFS= read -r name; do _kpi_offer "$name"; done < <(compgen -d -- "$cur")
  compopt -o filenames 2>/dev/null
}

# The value of an option; fails where the option has none.
_kpi_value() {
  case "$1 $2" in
${cases(commands.flatMap(optionCases))}
    *) return 1 ;;
  esac
}

# The argument of a command, by its number from 1.
_kpi_argument() {
  case "$1 $2" in
${cases(commands.flatMap(argumentCases))}
    *) _kpi_free ;;
  esac
}

_kpi_options() {
  case "$1" in
${commands.map(({ path, options }) => `    ${quoted(path)}) echo ${quoted(options.flatMap(({ flags }) => flags).join(" "))} ;;`).join("\n")}
  esac
}

_kpi_commands() {
  case "$1" in
${commands
  .filter((command) => command.commands.length > 0)
  .map(({ path, commands: inner }) => `    ${quoted(path)}) echo ${quoted(inner.map(({ name }) => name).join(" "))} ;;`)
  .join("\n")}
  esac
}

# The words up to the cursor as they were typed: bash parts them at =, : and @ as well.
_kpi_typed() {
  local line=\${COMP_LINE:0:COMP_POINT} part rest i
  typed=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    rest=\${line#"\${line%%[![:space:]]*}"}
    part=\${COMP_WORDS[i]}
    [ "$i" -eq "$COMP_CWORD" ] && part=$rest
    if [ "$i" -gt 0 ] && [ "$rest" = "$line" ] && [ -n "$line" ]; then typed[\${#typed[@]}-1]+=$part
    else typed+=("$part"); fi
    line=\${rest#"$part"}
  done
}

_kpi() {
  local typed cur prev lead="" kept command="" folder="" word place=1 i last
  COMPREPLY=()
  _kpi_typed
  last=$((\${#typed[@]} - 1))
  cur=\${typed[last]} prev=\${typed[last - 1]}
  case "$cur" in --*=*) prev=\${cur%%=*} lead=$prev= cur=\${cur#*=} ;; esac
  cur=\${cur#[\\"\\']}
  kept=$lead$cur kept=\${kept%"$2"}
  for ((i = 1; i < last; i++)); do
    word=\${typed[i]}
    case "$word" in
      -C | --cwd) folder=\${typed[i + 1]}; i=$((i + 1)) ;;
      --*=*) ;;
      -*) if _kpi_takes_value "$command" "$word"; then i=$((i + 1)); fi ;;
      *)
        case " $(_kpi_commands "$command") " in
          *" $word "*) command="\${command:+$command }$word" ;;
          *) place=$((place + 1)) ;;
        esac ;;
    esac
  done
  case "$prev" in -*) _kpi_value "$command" "$prev" && return ;; esac
  case "$cur" in -*) _kpi_words "$(_kpi_options "$command")"; return ;; esac
  local inner; inner=$(_kpi_commands "$command")
  if [ -n "$inner" ]; then _kpi_words "$inner"; else _kpi_argument "$command" "$place"; fi
}

_kpi_takes_value() {
  case "$1 $2" in
${cases(commands.flatMap(({ path, options }) => options.filter(({ values }) => values !== null).flatMap(({ flags }) => flags.map((flag) => [quoted(`${path} ${flag}`), ":"] as const))))}
    *) return 1 ;;
  esac
}

complete -o default -o bashdefault -F _kpi kpi kpi-as-code
`;
}

type Case = readonly [pattern: string, action: string];

/** Cases with the same action stand together. */
function cases(list: readonly Case[]): string {
  const byAction = new Map<string, string[]>();
  for (const [pattern, action] of list) {
    const patterns = byAction.get(action);
    if (patterns === undefined) byAction.set(action, [pattern]);
    else patterns.push(pattern);
  }
  return [...byAction].map(([action, patterns]) => `    ${patterns.join(" | ")}) ${action} ;;`).join("\n");
}

function optionCases({ path, options }: CommandModel): readonly Case[] {
  return options.flatMap(({ flags, values }) => {
    return values === null ? [] : flags.map((flag): Case => [quoted(`${path} ${flag}`), actionFor(values)]);
  });
}

function argumentCases({ path, args, repeats }: CommandModel): readonly Case[] {
  return args.map((values, index): Case => {
    const isLast = repeats && index === args.length - 1;
    return [isLast ? `${quoted(`${path} `)}*` : quoted(`${path} ${index + 1}`), actionFor(values)];
  });
}

function actionFor(values: Values): string {
  switch (values.kind) {
    case "words":
      return `_kpi_words ${quoted(values.words.join(" "))}`;
    case "ids":
      return values.words.length === 0
        ? `_kpi_ids ${values.of}`
        : `_kpi_words ${quoted(values.words.join(" "))}; _kpi_ids ${values.of}`;
    case "files":
      return ":"; // without an answer, bash completes files
    case "folders":
      return "_kpi_folders";
    case "free":
      return "_kpi_free";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
