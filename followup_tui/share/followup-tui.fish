# followup-tui completion fish | source
function __followup_tui_names
  set -l words (commandline -opc)
  set -l at (contains -i -- --data $words)
  and set -l data --data $words[(math $at + 1)]
  followup-tui $data completion $argv[1] 2>/dev/null
end
complete -c followup-tui -n __fish_use_subcommand -f
complete -c followup-tui -l data -r
complete -c followup-tui -n __fish_use_subcommand -a demo -d 'try the app on made-up interviews, not on your own'
complete -c followup-tui -n '__fish_seen_subcommand_from demo' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from demo' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from demo' -l help
complete -c followup-tui -n __fish_use_subcommand -a note -d 'add notes to your latest interview, or the one at COMPANY; without TEXT, type or pipe them in'
complete -c followup-tui -n '__fish_seen_subcommand_from note' -l to -x -a '(__followup_tui_names companies)'
complete -c followup-tui -n '__fish_seen_subcommand_from note' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from note' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from note' -l help
complete -c followup-tui -n __fish_use_subcommand -a new -d 'add an interview (--role, --at, --round, --setting)'
complete -c followup-tui -n '__fish_seen_subcommand_from new' -f -a '(__followup_tui_names companies)'
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l role
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l at
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l round
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l setting
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from new' -l help
complete -c followup-tui -n __fish_use_subcommand -a due -d 'what is due now, one line each; --brief: a single line, or nothing'
complete -c followup-tui -n '__fish_seen_subcommand_from due' -l json
complete -c followup-tui -n '__fish_seen_subcommand_from due' -l brief
complete -c followup-tui -n '__fish_seen_subcommand_from due' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from due' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from due' -l help
complete -c followup-tui -n __fish_use_subcommand -a recall -d 'what you know of a company or a person, to read while the phone rings'
complete -c followup-tui -n '__fish_seen_subcommand_from recall' -f -a '(__followup_tui_names names)'
complete -c followup-tui -n '__fish_seen_subcommand_from recall' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from recall' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from recall' -l help
complete -c followup-tui -n __fish_use_subcommand -a export -d 'write a calendar, a page for each interview, or everything as JSON; --to COMPANY: only that one'
complete -c followup-tui -n '__fish_seen_subcommand_from export' -a ics
complete -c followup-tui -n '__fish_seen_subcommand_from export' -a md
complete -c followup-tui -n '__fish_seen_subcommand_from export' -a json
complete -c followup-tui -n '__fish_seen_subcommand_from export' -s o
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l output
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l to -x -a '(__followup_tui_names companies)'
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l force
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l schema
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from export' -l help
complete -c followup-tui -n __fish_use_subcommand -a import -d 'show the interviews in a table from a spreadsheet or a job tracker, and add them with --yes'
complete -c followup-tui -n '__fish_seen_subcommand_from import' -a csv
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l yes
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l date-column
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l company-column
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l day-first
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l month-first
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from import' -l help
complete -c followup-tui -n __fish_use_subcommand -a check -d 'look for problems in the file, and list its backups'
complete -c followup-tui -n '__fish_seen_subcommand_from check' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from check' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from check' -l help
complete -c followup-tui -n __fish_use_subcommand -a merge -d 'merge other copies of the file into it, such as sync conflicts'
complete -c followup-tui -n '__fish_seen_subcommand_from merge' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from merge' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from merge' -l help
complete -c followup-tui -n __fish_use_subcommand -a restore -d 'bring back a backup; without a number, list them'
complete -c followup-tui -n '__fish_seen_subcommand_from restore' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from restore' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from restore' -l help
complete -c followup-tui -n __fish_use_subcommand -a where -d 'show which files are used'
complete -c followup-tui -n '__fish_seen_subcommand_from where' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from where' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from where' -l help
complete -c followup-tui -n __fish_use_subcommand -a completion -d 'a script that completes verbs, companies and people in your shell'
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -a bash
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -a zsh
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -a fish
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -a companies
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -a names
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -l data
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -l now
complete -c followup-tui -n '__fish_seen_subcommand_from completion' -l help
