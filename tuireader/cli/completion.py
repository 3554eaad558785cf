"""`tuireader completion SHELL`: what makes a shell complete commands, options and files."""

from argparse import ArgumentParser, Namespace
from importlib import import_module

from tuireader.cli.output import destination

_FILES = frozenset({"path", "paths", "output", "taken"})
"""What is given as a path, by the names of the arguments."""

_EPILOGUE = """\
Write it where the shell looks for such things, or load it at every start:
  bash  eval "$(tuireader completion bash)"        in ~/.bashrc
  zsh   eval "$(tuireader completion zsh)"         in ~/.zshrc, behind compinit
  fish  tuireader completion fish > ~/.config/fish/completions/tuireader.fish"""

_FISH_FILES = (
    "complete -c tuireader -n '_shtab_tuireader_using; and test $_shtab_tuireader_npos -eq 0'"
    ' -ka "(__fish_complete_path (commandline -ct))"\n'
)


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    parser.add_argument("shell", choices=["bash", "zsh", "fish"], metavar="SHELL", help="bash, zsh or fish")


def run(args: Namespace) -> int:
    """Print the script."""
    with destination(None) as output:
        output.write(script(args.shell))
    return 0


def script(shell: str) -> str:
    """What a shell runs; a word that is no command is completed as a file."""
    import shtab  # noqa: PLC0415 - slow, and only wanted here

    words = shtab.complete(_whole_parser(), shell)
    if shell == "fish":
        return f"{words}\n{_FISH_FILES}"
    return f"{words.replace('complete -o bashdefault -F', 'complete -o bashdefault -o default -F')}\n"


def _whole_parser() -> ArgumentParser:
    """One parser with all commands."""
    import shtab  # noqa: PLC0415

    from tuireader.cli.help import TOPICS  # noqa: PLC0415
    from tuireader.cli.main import COMMANDS, add_options  # noqa: PLC0415 - the door imports this room when it is wanted

    parser = ArgumentParser("tuireader")
    add_options(parser)
    commands = parser.add_subparsers()
    for command in COMMANDS:
        below = commands.add_parser(command.name, help=command.summary)
        import_module(command.module).add_arguments(below)
        for action in below._actions:
            if action.dest == "topic":
                action.choices = [*TOPICS, *(each.name for each in COMMANDS)]
            if action.dest in _FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return parser
