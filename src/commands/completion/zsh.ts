/** The completion script for zsh. */

import type { CommandModel, Values } from "./model.ts";

/** A script for `eval`, or for a file `_kpi` in a folder of `fpath`. */
export function zshScript(commands: readonly CommandModel[]): string {
  return `#compdef kpi kpi-as-code
# Completion of kpi for zsh. Write this into ~/.zshrc, behind compinit:  eval "$(kpi completion zsh)"

_kpi_ids() {
  local -a found
  found=(\${(f)"$(\${words[1]} completion --ids $1 \${folder:+-C} \${folder:+"$folder"} 2>/dev/null)"})
  compadd -a found
}

# The value of an option; fails where the option has none.
_kpi_value() {
  case "$1 $2" in
${commands.flatMap(valueCases).join("\n")}
    *) return 1 ;;
  esac
}

# The argument of a command, by its number from 1.
_kpi_argument() {
  case "$1 $2" in
${commands.flatMap(argumentCases).join("\n")}
  esac
}

_kpi_options() {
  local -a list
  case "$1" in
${commands.map(({ path, options }) => `    ${quoted(path)}) list=(${options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description))).join(" ")}) ;;`).join("\n")}
  esac
  _describe -o option list
}

_kpi_commands() {
  local -a list
  case "$1" in
${commands
  .filter((command) => command.commands.length > 0)
  .map(
    ({ path, commands: inner }) =>
      `    ${quoted(path)}) list=(${inner.map(({ name, description }) => described(name, description)).join(" ")}) ;;`,
  )
  .join("\n")}
    *) return 1 ;;
  esac
  _describe command list
}

_kpi_is_command() {
  case "$1 $2" in
${commands
  .filter(({ path }) => path !== "")
  .map(({ path }) => `    ${quoted(parentOf(path))}) ;;`)
  .join("\n")}
    *) return 1 ;;
  esac
}

_kpi_takes_value() {
  case "$1 $2" in
${commands.flatMap(({ path, options }) => options.filter(({ values }) => values !== null).flatMap(({ flags }) => flags.map((flag) => `    ${quoted(`${path} ${flag}`)}) ;;`))).join("\n")}
    *) return 1 ;;
  esac
}

_kpi() {
  local command="" folder="" word
  local -i place=1 i
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    case "$word" in
      -C | --cwd) folder=\${words[i + 1]}; ((i++)) ;;
      --*=*) ;;
      -*) _kpi_takes_value "$command" "$word" && ((i++)) ;;
      *) if _kpi_is_command "$command" "$word"; then command="\${command:+$command }$word"; else ((place++)); fi ;;
    esac
  done
  if [[ "\${words[CURRENT]}" == --*=* ]]; then
    local option=\${words[CURRENT]%%=*}
    compset -P '*='
    _kpi_value "$command" "$option"
    return
  fi
  if [[ "\${words[CURRENT - 1]}" == -* ]] && _kpi_value "$command" "\${words[CURRENT - 1]}"; then return; fi
  if [[ "\${words[CURRENT]}" == -* ]]; then _kpi_options "$command"; return; fi
  _kpi_commands "$command" || _kpi_argument "$command" "$place"
}

if [[ "\${funcstack[1]}" == _kpi ]]; then _kpi "$@"; else compdef _kpi kpi kpi-as-code; fi
`;
}

/** `add kpi` is the word `kpi` behind `add`. */
function parentOf(path: string): string {
  const words = path.split(" ");
  return `${words.slice(0, -1).join(" ")} ${words.at(-1)}`;
}

function valueCases({ path, options }: CommandModel): readonly string[] {
  return options.flatMap(({ flags, values }) => {
    if (values === null) return [];
    return [`    ${flags.map((flag) => quoted(`${path} ${flag}`)).join(" | ")}) ${actionFor(values)} ;;`];
  });
}

function argumentCases({ path, args, repeats }: CommandModel): readonly string[] {
  return args.map((values, index) => {
    const isLast = repeats && index === args.length - 1;
    const place = isLast ? `${quoted(`${path} `)}*` : quoted(`${path} ${index + 1}`);
    return `    ${place}) ${actionFor(values)} ;;`;
  });
}

function actionFor(values: Values): string {
  switch (values.kind) {
    case "words":
      return `compadd -- ${values.words.map(quoted).join(" ")}`;
    case "ids":
      return values.words.length === 0
        ? `_kpi_ids ${values.of}`
        : `compadd -- ${values.words.map(quoted).join(" ")}; _kpi_ids ${values.of}`;
    case "files":
      return "_files";
    case "folders":
      return "_files -/";
    case "free":
      return ":";
  }
}

/** A word with its meaning, as `_describe` takes it. */
function described(word: string, description: string): string {
  return quoted(`${word.replaceAll(":", "\\:")}:${description}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
