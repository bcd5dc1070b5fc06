import { createRequire as kpiCreateRequire } from "node:module";const require = kpiCreateRequire(import.meta.url);
import{wordsFor}from"./chunk-FSRWK3CK.js";import{EXPORT_FORMS}from"./chunk-CMAN7UE4.js";import{verdicts}from"./chunk-4HCUAHZN.js";import"./chunk-LJ2LCGN6.js";import"./chunk-PI2PPTYD.js";import"./chunk-F6UZW6SF.js";import"./chunk-JII4ELYU.js";import"./chunk-RNZOT6XX.js";import"./chunk-TV5QRWHD.js";import"./chunk-7YFI6XEM.js";import"./chunk-WJT7E36I.js";import{ADD_FIELDS,flagOf}from"./chunk-23JKA25K.js";import{openProject}from"./chunk-2DT4FKRE.js";import"./chunk-PWCNFIX7.js";import"./chunk-PYI2PZSQ.js";import"./chunk-QCGJ4KUR.js";import"./chunk-UWJI5URP.js";import"./chunk-6FITF3RB.js";import"./chunk-N4TYNM5T.js";import"./chunk-BSWTFMDV.js";import"./chunk-FYQ73PMN.js";import"./chunk-JEXPSZP2.js";import"./chunk-E73ZUCF3.js";import"./chunk-RIMIDQVY.js";import"./chunk-XQRBKYLG.js";import{rules}from"./chunk-ISD3ENDM.js";import{STATUSES}from"./chunk-7ODMJRK6.js";import"./chunk-OESJX2RC.js";import{EXIT,UsageError}from"./chunk-FFK76BZP.js";import"./chunk-IRXS5GTF.js";import"./chunk-7EFHBOX4.js";import"./chunk-NHHW5GGT.js";import"./chunk-Z7QM6TNI.js";import{isYamlMap,readYaml}from"./chunk-GQRS7CFA.js";import{ID,OWNER}from"./chunk-5GO7NECD.js";import"./chunk-S4M2FQNZ.js";import"./chunk-CYKQUMY4.js";function bashScript(commands){return`# Completion of kpi for bash. Write this into ~/.bashrc:  eval "$(kpi completion bash)"

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
${commands.map(({path,options})=>`    ${quoted(path)}) echo ${quoted(options.flatMap(({flags})=>flags).join(" "))} ;;`).join(`
`)}
  esac
}

_kpi_commands() {
  case "$1" in
${commands.filter(command=>command.commands.length>0).map(({path,commands:inner})=>`    ${quoted(path)}) echo ${quoted(inner.map(({name})=>name).join(" "))} ;;`).join(`
`)}
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
${cases(commands.flatMap(({path,options})=>options.filter(({values})=>values!==null).flatMap(({flags})=>flags.map(flag=>[quoted(`${path} ${flag}`),":"]))))}
    *) return 1 ;;
  esac
}

complete -o default -o bashdefault -F _kpi kpi kpi-as-code
`}function cases(list){let byAction=new Map;for(let[pattern,action]of list){let patterns=byAction.get(action);patterns===void 0?byAction.set(action,[pattern]):patterns.push(pattern)}return[...byAction].map(([action,patterns])=>`    ${patterns.join(" | ")}) ${action} ;;`).join(`
`)}function optionCases({path,options}){return options.flatMap(({flags,values})=>values===null?[]:flags.map(flag=>[quoted(`${path} ${flag}`),actionFor(values)]))}function argumentCases({path,args,repeats}){return args.map((values,index)=>[repeats&&index===args.length-1?`${quoted(`${path} `)}*`:quoted(`${path} ${index+1}`),actionFor(values)])}function actionFor(values){switch(values.kind){case"words":return`_kpi_words ${quoted(values.words.join(" "))}`;case"ids":return values.words.length===0?`_kpi_ids ${values.of}`:`_kpi_words ${quoted(values.words.join(" "))}; _kpi_ids ${values.of}`;case"files":return":";case"folders":return"_kpi_folders";case"free":return"_kpi_free"}}function quoted(text){return`'${text.replaceAll("'","'\\''")}'`}function fishScript(commands){let paths=commands.filter(({path})=>path!=="").map(({path})=>quoted2(path)),taking=commands.flatMap(({path,options})=>options.filter(({values})=>values!==null).flatMap(({flags})=>flags.map(flag=>quoted2(`${path} ${flag}`))));return`# Completion of kpi for fish. Write it to a file once:  kpi completion fish > ~/.config/fish/completions/kpi.fish

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
${commands.flatMap(linesOf).join(`
`)}
`}function linesOf(command){let{path,commands,options,args,repeats}=command,at=`-n ${quoted2(`__kpi_at ${path===""?"''":quotedInside(path)}`)}`,words2=commands.map(({name,description})=>`complete -c kpi ${at} -a ${quoted2(name)} -d ${quoted2(description)}`),flags=options.map(({flags:names,description,values})=>{let spelled=names.map(name=>name.startsWith("--")?`-l ${name.slice(2)}`:`-s ${name.slice(1)}`).join(" ");return`complete -c kpi ${at} ${spelled}${values===null?"":` ${valueFlags(values)}`} -d ${quoted2(description)}`}),places=args.flatMap((values,index)=>{let isLast=repeats&&index===args.length-1,here=`-n ${quoted2(`__kpi_argument ${quotedInside(path)} ${index+1}${isLast?"+":""}`)}`;return values.kind==="free"?[]:[`complete -c kpi ${here} ${values.kind==="files"?"-F":`-a ${listOf(values)}`}`]});return[...words2,...flags,...places]}function valueFlags(values){return values.kind==="files"?"-r -F":values.kind==="free"?"-x":`-x -a ${listOf(values)}`}function listOf(values){switch(values.kind){case"words":return quoted2(values.words.join(" "));case"ids":return quoted2(`${values.words.join(" ")} (__kpi_ids ${values.of})`.trim());case"folders":return quoted2("(__fish_complete_directories)");default:return"''"}}function quoted2(text){return`'${text.replaceAll("\\","\\\\").replaceAll("'","\\'")}'`}function quotedInside(path){return`"${path}"`}var ID_KINDS=["kpi","goal","metric","owner","scored","any"],MAPS={kpi:["kpis"],goal:["goals"],metric:["metrics"],owner:["goals","kpis"],scored:["kpis","goals"],any:["kpis","goals","metrics"]},HARMLESS=/^[\w@./:+-]+$/;async function idsOf(kind,options,host){let project=await openProject([],{color:options.color,config:options.config,plugins:!1},host),found=new Set;for(let file of project.files){let text=project.textOf(file);if(text!==null)for(let{value}of readYaml(text).documents)isYamlMap(value)&&collect(value,kind,found)}return[...found].sort()}function collect(document,kind,found){for(let name of MAPS[kind]){let map=Object.hasOwn(document,name)?document[name]:void 0;if(isYamlMap(map))for(let[id,definition]of Object.entries(map))kind!=="owner"?id.length<=64&&ID.test(id)&&found.add(id):isYamlMap(definition)&&addOwner(definition.owner,found)}}function addOwner(owner,found){typeof owner=="string"&&OWNER.test(owner)&&HARMLESS.test(owner)&&found.add(owner)}var FILES={kind:"files"},FOLDERS={kind:"folders"},FREE={kind:"free"},ids=(of,words2=[])=>({kind:"ids",of,words:words2}),words=(...list)=>({kind:"words",words:list}),PLACEHOLDERS={dir:FOLDERS,file:FILES,files:FILES,paths:FILES,output:FILES,metric:ids("metric"),goal:ids("goal"),owner:ids("owner"),"rule or id":ids("any",[...rules,...verdicts].map(({id})=>id)),status:words(...STATUSES),shell:words("bash","zsh","fish"),day:FREE,date:FREE,text:FREE,n:FREE,name:FREE,ref:FREE,base:FREE,head:FREE,tag:FREE,value:FREE,pairs:FREE,mark:words("point","comma"),order:words("dmy","mdy"),url:FREE,unit:FREE,target:FREE,baseline:FREE,timeframe:FREE,type:words("leading","lagging","input","output")},PLACES={"check --fail-on":words("error","warning","info","never"),"diff --fail-on":words("eased","warning","error","never"),"progress --fail-on":words("off-track","at-risk","missed","never"),"progress --goal":ids("goal"),"progress ids":ids("scored"),"graph ids":ids("any"),"blame id":ids("kpi"),"add kpi --goal":ids("goal"),"add kpi --metric":ids("metric"),"add goal --parent":ids("goal"),"add goal id":FREE,"add metric id":FREE,"add kpi id":FREE,"import --from":words("csv","openslo","dbt","okr"),"import --owners":words("teams","people"),"export --to":words(...EXPORT_FORMS),"report --output":FOLDERS};function valuesAt(path,name,placeholder,description){let known=PLACES[`${path} ${name}`]??fieldWords(path,name);return known??(name==="--format"?words(...formatsIn(description)):PLACEHOLDERS[placeholder]??null)}function fieldWords(path,name){let kind=/^add (goal|metric|kpi)$/.exec(path)?.[1],field=kind===void 0?void 0:ADD_FIELDS[kind].find(one=>flagOf(one)===name);return kind===void 0||field?.form!=="word"?null:words(...wordsFor(kind,field).words.map(({word})=>word))}function formatsIn(description){let[list=""]=description.split(/[;(]/,1);return list.split(/,\s*/).map(word=>word.trim()).filter(word=>/^[a-z]+$/.test(word))}function modelOf(program){let models=[],visit=(command,path)=>{models.push(commandModel(command,path));for(let inner of command.commands)visit(inner,`${path} ${inner.name()}`.trim())};return visit(program,""),models}function commandModel(command,path){let args=command.registeredArguments;return{path,description:command.description(),options:[...command.options.filter(({hidden})=>!hidden).map(option=>optionModel(option,path)),HELP],args:args.map(argument=>{let choices=argument.argChoices;return choices!==void 0?words(...choices):valuesAt(path,argument.name(),argument.name(),argument.description)??FREE}),repeats:args.at(-1)?.variadic===!0,commands:command.commands.map(inner=>({name:inner.name(),description:inner.description()}))}}var HELP={flags:["-h","--help"],description:"show help",values:null};function optionModel(option,path){let{short,long,description,argChoices}=option,flags=[short,long].filter(flag=>flag!==void 0);if(!option.required&&!option.optional)return{flags,description,values:null};let placeholder=/[<[]([^\]>]+)[\]>]/.exec(option.flags)?.[1]?.replace(/\.\.\.$/,"")??"",values=argChoices===void 0?valuesAt(path,long??short??"",placeholder,description)??FREE:words(...argChoices);return{flags,description,values}}function zshScript(commands){return`#compdef kpi kpi-as-code
# Completion of kpi for zsh. Write this into ~/.zshrc, behind compinit:  eval "$(kpi completion zsh)"

_kpi_ids() {
  local -a found
  found=(\${(f)"$(\${words[1]} completion --ids $1 \${folder:+-C} \${folder:+"$folder"} 2>/dev/null)"})
  compadd -a found
}

# The value of an option; fails where the option has none.
_kpi_value() {
  case "$1 $2" in
${commands.flatMap(valueCases).join(`
`)}
    *) return 1 ;;
  esac
}

# The argument of a command, by its number from 1.
_kpi_argument() {
  case "$1 $2" in
${commands.flatMap(argumentCases2).join(`
`)}
  esac
}

_kpi_options() {
  local -a list
  case "$1" in
${commands.map(({path,options})=>`    ${quoted3(path)}) list=(${options.flatMap(({flags,description})=>flags.map(flag=>described(flag,description))).join(" ")}) ;;`).join(`
`)}
  esac
  _describe -o option list
}

_kpi_commands() {
  local -a list
  case "$1" in
${commands.filter(command=>command.commands.length>0).map(({path,commands:inner})=>`    ${quoted3(path)}) list=(${inner.map(({name,description})=>described(name,description)).join(" ")}) ;;`).join(`
`)}
    *) return 1 ;;
  esac
  _describe command list
}

_kpi_is_command() {
  case "$1 $2" in
${commands.filter(({path})=>path!=="").map(({path})=>`    ${quoted3(parentOf(path))}) ;;`).join(`
`)}
    *) return 1 ;;
  esac
}

_kpi_takes_value() {
  case "$1 $2" in
${commands.flatMap(({path,options})=>options.filter(({values})=>values!==null).flatMap(({flags})=>flags.map(flag=>`    ${quoted3(`${path} ${flag}`)}) ;;`))).join(`
`)}
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
`}function parentOf(path){let words2=path.split(" ");return`${words2.slice(0,-1).join(" ")} ${words2.at(-1)}`}function valueCases({path,options}){return options.flatMap(({flags,values})=>values===null?[]:[`    ${flags.map(flag=>quoted3(`${path} ${flag}`)).join(" | ")}) ${actionFor2(values)} ;;`])}function argumentCases2({path,args,repeats}){return args.map((values,index)=>`    ${repeats&&index===args.length-1?`${quoted3(`${path} `)}*`:quoted3(`${path} ${index+1}`)}) ${actionFor2(values)} ;;`)}function actionFor2(values){switch(values.kind){case"words":return`compadd -- ${values.words.map(quoted3).join(" ")}`;case"ids":return values.words.length===0?`_kpi_ids ${values.of}`:`compadd -- ${values.words.map(quoted3).join(" ")}; _kpi_ids ${values.of}`;case"files":return"_files";case"folders":return"_files -/";case"free":return":"}}function described(word,description){return quoted3(`${word.replaceAll(":","\\:")}:${description}`)}function quoted3(text){return`'${text.replaceAll("'","'\\''")}'`}var SCRIPTS=new Map([["bash",bashScript],["zsh",zshScript],["fish",fishScript]]);async function completionCommand(shell,options,program,host){if(options.ids!==void 0)return printIds(options.ids,options,host);let script=SCRIPTS.get(shell??"");if(script===void 0){let names=[...SCRIPTS.keys()].join(", ");throw new UsageError(shell===void 0?`Name a shell: ${names}.`:`There is no completion for "${shell}"; name one of ${names}.`)}return host.terminal.out(script(modelOf(program))),EXIT.clean}async function printIds(kind,options,host){let known=ID_KINDS.find(name=>name===kind);if(known===void 0)throw new UsageError(`--ids wants one of ${ID_KINDS.join(", ")}, not "${kind}".`);let ids2=await idsOf(known,options,host);return host.terminal.out(ids2.map(id=>`${id}
`).join("")),EXIT.clean}export{completionCommand};
