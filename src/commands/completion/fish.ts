/** The completion script for fish. */

import type { CommandModel, Values } from "./model.ts";

/** Lines of `complete`, and the functions that tell where the cursor stands. */
export function fishScript(commands: readonly CommandModel[]): string {
  const paths = commands.filter(({ path }) => path !== "").map(({ path }) => quoted(path));
  const taking = commands.flatMap(({ path, options }) => {
    const own = options.filter(({ values }) => values !== null);
    return own.flatMap(({ flags }) => flags.map((flag) => quoted(`${path} ${flag}`)));
  });
  return `# Completion of kpi for fish. Write it to a file once:  kpi completion fish > ~/.config/fish/completions/kpi.fish

set -g __kpi_commands ${paths.join(" ")}
set -g __kpi_taking ${taking.join(" ")}

# Prints the command, the number of the argument at the cursor (from 1), and the folder of -C.
function __kpi_state
    set -l command ""
    set -l place 1
    set -l folder ""
    set -l skip ""
    for word in (commandline -opc)[2..]
        if test -n "$skip"
            test "$skip" = folder; and set folder $word
            set skip ""
            continue
        end
        switch $word
            case -C --cwd
                set skip folder
            case '--*=*'
            case '-*'
                contains -- "$command $word" $__kpi_taking; and set skip value
            case '*'
                set -l longer (string trim -- "$command $word")
                if contains -- $longer $__kpi_commands
                    set command $longer
                else
                    set place (math $place + 1)
                end
        end
    end
    printf '%s\\n' "$command" $place "$folder"
end

function __kpi_at
    set -l state (__kpi_state)
    test "$state[1]" = "$argv[1]"
end

# Whether the cursor stands at an argument of a command: its number, or + for that one and all behind it.
function __kpi_argument
    set -l state (__kpi_state)
    test "$state[1]" = "$argv[1]"; or return 1
    string match -q -- '*+' $argv[2]; and test $state[2] -ge (string trim -r -c + -- $argv[2]); and return 0
    test "$state[2]" = "$argv[2]"
end

function __kpi_ids
    set -l state (__kpi_state)
    set -l kpi (commandline -opc)[1]
    if test -n "$state[3]"
        $kpi completion --ids $argv[1] -C $state[3] 2>/dev/null
    else
        $kpi completion --ids $argv[1] 2>/dev/null
    end
end

complete -c kpi -f
complete -c kpi-as-code -w kpi
${commands.flatMap(linesOf).join("\n")}
`;
}

function linesOf(command: CommandModel): readonly string[] {
  const { path, commands, options, args, repeats } = command;
  const at = `-n ${quoted(`__kpi_at ${path === "" ? "''" : quotedInside(path)}`)}`;
  const words = commands.map(
    ({ name, description }) => `complete -c kpi ${at} -a ${quoted(name)} -d ${quoted(description)}`,
  );
  const flags = options.map(({ flags: names, description, values }) => {
    const spelled = names
      .map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
      .join(" ");
    return `complete -c kpi ${at} ${spelled}${values === null ? "" : ` ${valueFlags(values)}`} -d ${quoted(description)}`;
  });
  const places = args.flatMap((values, index) => {
    const isLast = repeats && index === args.length - 1;
    const here = `-n ${quoted(`__kpi_argument ${quotedInside(path)} ${index + 1}${isLast ? "+" : ""}`)}`;
    if (values.kind === "free") return [];
    return [`complete -c kpi ${here} ${values.kind === "files" ? "-F" : `-a ${listOf(values)}`}`];
  });
  return [...words, ...flags, ...places];
}

function valueFlags(values: Values): string {
  if (values.kind === "files") return "-r -F";
  return values.kind === "free" ? "-x" : `-x -a ${listOf(values)}`;
}

function listOf(values: Values): string {
  switch (values.kind) {
    case "words":
      return quoted(values.words.join(" "));
    case "ids":
      return quoted(`${values.words.join(" ")} (__kpi_ids ${values.of})`.trim());
    case "folders":
      return quoted("(__fish_complete_directories)");
    default:
      return "''";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** Inside a condition that stands in single quotes. */
function quotedInside(path: string): string {
  return `"${path}"`;
}
