#!/usr/bin/env python3
"""Times whole processes of kbaudit against other programs that answer a part of the same question.

Each case runs kbaudit, on each JDK, and its peer in turn, A B A B ..., on the same files, which are
made once and kept. A ratio is the median of those of the rounds, so that a machine whose speed
changes meanwhile does not change it. Nothing is judged: no figure makes this fail. Memory is that of
the largest process, and cannot be told where it is less than this script's own.

It needs Linux, the built launcher and sample ('mvn -DskipTests package'), and of the peers those
that are to be compared with; one that is missing is named, and its cases are timed without it:

  apt-get install msitools mtree-netbsd hashdeep python3-pefile osslsigncode
"""

from __future__ import annotations

import argparse
import datetime
import html
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import Callable, Optional

TOP = pathlib.Path(__file__).resolve().parents[3]

BY_NAME_SIZE_AND_DATE = ["--only", "PRESENCE,NAME,SIZE,DATE"]

LOOP = """for f in "$1"/*; do stat -c '%n %s %y' "$f"; msiinfo suminfo "$f"; done"""

PEFILE = """
import os, pefile, sys
for entry in sorted(os.scandir(sys.argv[1]), key=lambda entry: entry.name):
    program = pefile.PE(entry.path, fast_load=True)
    program.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
    fixed = program.VS_FIXEDFILEINFO[0]
    print(entry.name, fixed.FileVersionMS, fixed.FileVersionLS)
"""

ROOTS = "/etc/ssl/certs/ca-certificates.crt"


# ------------------------------------------------------------------------------------- what is read


class Inputs:
    """The files that are read: made below a folder when first asked for, and found there later."""

    LISTED = datetime.datetime(2011, 3, 10, 10, 4, tzinfo=datetime.timezone.utc)
    MEBIBYTE = 1024 * 1024

    def __init__(self, folder: pathlib.Path, largest: int):
        self.folder = folder / "inputs"
        self.largest = largest
        self.sample = TOP / "test-fixtures/target/sample"

    def capped(self, count: int) -> int:
        return min(count, self.largest)

    def made(self, name: str, make: Callable[[pathlib.Path], None]) -> pathlib.Path:
        """Returns what is called so; what was not made to its end is made anew."""
        whole = self.folder / name
        if not whole.exists():
            print(f"making {whole}", file=sys.stderr)
            part = self.folder / (name + ".part")
            if part.exists():
                shutil.rmtree(part)
            part.mkdir(parents=True)
            make(part)
            part.rename(whole)
        return whole

    def packages(self, count: int) -> pathlib.Path:
        """Of the rollup's own 22 the sample; else links to them, of other names."""
        originals = sorted((self.sample / "package").iterdir())
        if count == len(originals):
            return self.sample / "package"

        def make(folder: pathlib.Path) -> None:
            for i in range(count):
                original = originals[i % len(originals)]
                copy = folder / f"{original.stem}-{i // len(originals)}{original.suffix}"
                try:
                    os.link(original, copy)
                except OSError:  # another file system
                    shutil.copy2(original, copy)

        return self.made(f"packages-{count}", make)

    def empty_files(self, count: int) -> pathlib.Path:
        return self.made(f"empty-{count}", lambda folder: self.fill(folder, count, lambda i: b""))

    def small_files(self, count: int) -> pathlib.Path:
        return self.made(
            f"small-{count}",
            lambda folder: self.fill(folder, count, lambda i: b"x" * (i % 4096)),
        )

    def large_files(self, count: int) -> pathlib.Path:
        """Files of 4 MiB."""
        block = os.urandom(self.MEBIBYTE)
        return self.made(
            f"large-{count}",
            lambda folder: self.fill(folder, count, lambda i: block * 4 + b"%d" % i),
        )

    def one_file(self, mebibytes: int) -> pathlib.Path:
        def make(folder: pathlib.Path) -> None:
            block = os.urandom(self.MEBIBYTE)
            with open(folder / "file.bin", "wb") as out:
                for _ in range(mebibytes):
                    out.write(block)

        return self.made(f"one-of-{mebibytes}-mib", make)

    def libraries(self, count: int) -> pathlib.Path:
        original = self.sample / "hotfix/Secur32.dll"

        def make(folder: pathlib.Path) -> None:
            for i in range(count):
                shutil.copy2(original, folder / f"library-{i:04}.dll")

        return self.made(f"libraries-{count}", make)

    def signed_library(self) -> pathlib.Path:
        return next((TOP / "core/target/signed").glob("*.dll"))

    def fill(self, folder: pathlib.Path, count: int, content: Callable[[int], bytes]) -> None:
        listed = self.LISTED.timestamp()
        for i in range(count):
            file = folder / f"file-{i:07}.bin"
            file.write_bytes(content(i))
            os.utime(file, (listed, listed))

    def article(self, folder: pathlib.Path) -> pathlib.Path:
        """Returns an article that lists the files of a folder by name, date, time and size."""

        def make(beside: pathlib.Path) -> None:
            with open(beside / "article.csv", "w", encoding="utf-8") as out:
                out.write("File name,Date,Time,File size\n")
                for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
                    out.write(f"{entry.name},{self.LISTED:%Y-%m-%d,%H:%M},{entry.stat().st_size}\n")

        return self.made(f"{folder.name}-article", make) / "article.csv"

    def mtree_specification(self, folder: pathlib.Path) -> pathlib.Path:
        return self.printed(
            f"{folder.name}-mtree", ["mtree", "-c", "-k", "size,time", "-p", str(folder)]
        )

    def hashdeep_list(self, folder: pathlib.Path) -> pathlib.Path:
        return self.printed(
            f"{folder.name}-hashdeep", ["hashdeep", "-c", "sha256", "-b", "-r", str(folder)]
        )

    def printed(self, name: str, command: list[str]) -> pathlib.Path:
        def make(beside: pathlib.Path) -> None:
            with open(beside / "list.txt", "wb") as out:
                subprocess.run(command, stdout=out, check=True)

        return self.made(name, make) / "list.txt"


# -------------------------------------------------------------------------------------- what is run


@dataclass(frozen=True)
class Command:
    """What is run, and how people call it."""

    name: str
    arguments: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    exit_codes: frozenset[int] = frozenset({0})


@dataclass(frozen=True)
class Run:
    wall_seconds: float
    cpu_seconds: float
    peak_mebibytes: float


def environment(additions: dict[str, str]) -> dict[str, str]:
    """Returns that of this process, without what would ask kbaudit another question."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("KBAUDIT_") or name == "KBAUDIT_OPTS"
    }
    return {**kept, "LC_ALL": "C.UTF-8", **additions}


def run(command: Command) -> Run:
    """Runs a command to its end; its processor time and memory are the system's own account."""
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment(command.environment),
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.exit_codes:
            errors.seek(0)
            sys.stderr.write(errors.read().decode(errors="replace"))
            raise SystemExit(f"{command.arguments} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@dataclass(frozen=True)
class Timing:
    """All runs of one command, one of each round."""

    command: Command
    runs: list[Run]

    def wall_seconds(self) -> float:
        return statistics.median(run.wall_seconds for run in self.runs)

    def cpu_seconds(self) -> float:
        return statistics.median(run.cpu_seconds for run in self.runs)

    def peak_mebibytes(self) -> float:
        return statistics.median(run.peak_mebibytes for run in self.runs)

    def ratio(self, other: Timing) -> float:
        """Returns the median of the rounds' ratios."""
        return statistics.median(
            ours.wall_seconds / theirs.wall_seconds
            for ours, theirs in zip(self.runs, other.runs)
        )


@dataclass(frozen=True)
class Effort:
    """How often everything is run: less often what takes long."""

    runs: int
    warm_ups: int
    seconds: float

    def timings(self, commands: list[Command]) -> list[Timing]:
        for command in commands * self.warm_ups:
            run(command)
        timings = [Timing(command, []) for command in commands]
        begin = time.perf_counter()
        for done in range(self.runs):
            if done >= 3 and time.perf_counter() - begin > self.seconds:
                break
            for timing in timings:
                timing.runs.append(run(timing.command))
        return timings


# ---------------------------------------------------------------------------------------- the peers


@dataclass(frozen=True)
class Peer:
    """Another program. What makes its command makes its input too."""

    name: str
    command: Callable[[], list[str]]
    missing: Callable[[], Optional[str]]
    exit_codes: frozenset[int] = frozenset({0})


def without(*programs: str) -> Callable[[], Optional[str]]:
    """Says which of these programs is not installed."""
    return lambda: next((program for program in programs if not shutil.which(program)), None)


def python_with_pefile() -> Optional[str]:
    """Returns a Python that has it; Debian installs it for its own."""
    for python in (sys.executable, "/usr/bin/python3"):
        if pathlib.Path(python).exists():
            if subprocess.run([python, "-c", "import pefile"], capture_output=True).returncode == 0:
                return python
    return None


def loop_over(packages: pathlib.Path) -> Peer:
    return Peer(
        "loop of `stat` and `msiinfo`",
        lambda: ["sh", "-c", LOOP, "sh", str(packages)],
        without("msiinfo"),
    )


def find_in(folder: pathlib.Path) -> Peer:
    return Peer(
        "`find -printf`",
        lambda: ["find", str(folder), "-type", "f", "-printf", "%f %s %T@\\n"],
        without("find"),
    )


# ---------------------------------------------------------------------------------------- the cases


@dataclass(frozen=True)
class Case:
    """One question to kbaudit, of which the peer answers a part."""

    name: str
    question: str
    arguments: list[str]
    peer: Peer
    exit_codes: frozenset[int] = frozenset({0})


def counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def version(inputs: Inputs) -> list[Case]:
    return [
        Case("version", "`--version`", ["--version"], loop_over(inputs.packages(22))),
    ]


def rollup(inputs: Inputs) -> list[Case]:
    folder = inputs.packages(22)
    verify = ["verify", "--location", "package", str(folder)]
    return [
        Case("rollup", "22 packages, all default checks", verify, loop_over(folder)),
        Case(
            "rollup",
            "22 packages, names, sizes and dates only",
            verify + BY_NAME_SIZE_AND_DATE,
            loop_over(folder),
        ),
    ]


def packages(inputs: Inputs) -> list[Case]:
    count = inputs.capped(2_200)
    return [packages_case(inputs, "packages", count)]


def packages_case(inputs: Inputs, name: str, count: int) -> Case:
    folder = inputs.packages(count)
    return Case(
        name,
        f"{counted(count, 'package')}, all default checks",
        ["verify", str(folder)],
        loop_over(folder),
        frozenset({0, 1}),
    )


def files(inputs: Inputs) -> list[Case]:
    return [
        files_case(inputs, "files", count)
        for count in sorted({inputs.capped(count) for count in (200_000, 1_000_000)})
    ]


def files_case(inputs: Inputs, name: str, count: int) -> Case:
    folder = inputs.empty_files(count)
    return Case(
        name,
        f"{counted(count, 'empty file')} by name, size and date",
        ["verify", *BY_NAME_SIZE_AND_DATE, str(folder)],
        find_in(folder),
        frozenset({1}),  # none of the article's files is there
    )


def listed(inputs: Inputs) -> list[Case]:
    count = inputs.capped(10_000)
    folder = inputs.small_files(count)
    return [
        Case(
            "listed",
            f"{count:,} files against as many rows",
            [
                *["verify", *BY_NAME_SIZE_AND_DATE],
                *["--article", str(inputs.article(folder)), str(folder)],
            ],
            Peer(
                "`mtree -f`",
                lambda: ["mtree", "-p", str(folder), "-f", str(inputs.mtree_specification(folder))],
                without("mtree"),
            ),
        )
    ]


def hashes(inputs: Inputs) -> list[Case]:
    if shutil.which("hashdeep") is None:
        print("hashdeep is not installed: its case needs a list of its own", file=sys.stderr)
        return []
    count = inputs.capped(100)
    folder = inputs.large_files(count)
    known = inputs.hashdeep_list(folder)
    return [
        Case(
            "hashes",
            f"{count:,} files of 4 MiB against their SHA-256",
            ["verify", "--only", "PRESENCE,NAME,HASH", "--article", str(known), str(folder)],
            Peer(
                "`hashdeep -a`",
                lambda: [
                    *["hashdeep", "-c", "sha256", "-b", "-a", "-k", str(known)],
                    *["-r", str(folder)],
                ],
                without("hashdeep"),
            ),
        )
    ]


def digest(inputs: Inputs) -> list[Case]:
    mebibytes = inputs.capped(1_024)
    folder = inputs.one_file(mebibytes)
    return [
        Case(
            "digest",
            f"SHA-256 of a file of {mebibytes:,} MiB",
            ["collect", "--metadata", "--hash", str(folder)],
            Peer(
                "`sha256sum`",
                lambda: ["sha256sum", str(folder / "file.bin")],
                without("sha256sum"),
            ),
        )
    ]


def versions(inputs: Inputs) -> list[Case]:
    count = inputs.capped(500)
    folder = inputs.libraries(count)
    return [
        Case(
            "versions",
            f"versions of {count:,} libraries",
            ["inspect", "--report", "csv", str(folder)],
            Peer(
                "python3-pefile",
                lambda: [python_with_pefile() or "", "-c", PEFILE, str(folder)],
                lambda: None if python_with_pefile() else "python3-pefile",
            ),
        )
    ]


def signature(inputs: Inputs) -> list[Case]:
    library = str(inputs.signed_library())
    return [
        Case(
            "signature",
            "signature of a library",
            ["inspect", library],
            Peer(
                "`osslsigncode verify`",
                lambda: [
                    *["osslsigncode", "verify", "-CAfile", ROOTS, "-TSA-CAfile", ROOTS],
                    *["-in", library],
                ],
                without("osslsigncode"),
                frozenset({0, 1}),  # Microsoft's roots are none of Debian's
            ),
        )
    ]


def powers_of_ten(largest: int) -> list[int]:
    return [10**power for power in range(len(str(largest)))]


def growing_packages(inputs: Inputs) -> dict[int, Case]:
    return {
        count: packages_case(inputs, "growing-packages", count)
        for count in powers_of_ten(min(10_000, inputs.largest))
    }


def growing_files(inputs: Inputs) -> dict[int, Case]:
    return {
        count: files_case(inputs, "growing-files", count)
        for count in powers_of_ten(min(1_000_000, inputs.largest))
    }


CASES = {
    "version": version,
    "rollup": rollup,
    "packages": packages,
    "files": files,
    "listed": listed,
    "hashes": hashes,
    "digest": digest,
    "versions": versions,
    "signature": signature,
}

GROWTH = {
    "growing-packages": ("packages, all default checks", growing_packages),
    "growing-files": ("empty files by name, size and date", growing_files),
}


# -------------------------------------------------------------------------------------- the answers


@dataclass(frozen=True)
class Answer:
    """How long kbaudit took on each JDK, and the peer, if there is one here."""

    case: Case
    ours: list[Timing]
    theirs: Optional[Timing]


@dataclass(frozen=True)
class Jdk:
    home: pathlib.Path

    def java(self) -> str:
        return str(self.home / "bin/java")

    def name(self) -> str:
        """Returns 'JDK 17.0.15', by the file in which each JDK says so."""
        for line in (self.home / "release").read_text(encoding="utf-8").splitlines():
            if line.startswith("JAVA_VERSION="):
                return "JDK " + line.split('"')[1]
        return f"JDK in {self.home}"


@dataclass(frozen=True)
class Kbaudit:
    """The launcher, and the folder in which archives of classes are made for it."""

    launcher: pathlib.Path
    archives: pathlib.Path

    MOST_SECONDS = 300

    def command(self, jdk: Jdk, arguments: list[str], exit_codes: frozenset[int]) -> Command:
        return Command(
            jdk.name(),
            [str(self.launcher), *arguments],
            {"JAVA_HOME": str(jdk.home), "KBAUDIT_CACHE": str(self.archives)},
            exit_codes,
        )

    def await_archives(self, jdks: list[Jdk]) -> None:
        """Has the first run of each JDK behind it, and what that makes in the background."""
        for jdk in jdks:
            first = self.command(jdk, ["--version"], frozenset({0}))
            subprocess.run(
                first.arguments,
                env=environment(first.environment),
                stdout=subprocess.DEVNULL,
                check=True,
            )
        end = time.monotonic() + self.MOST_SECONDS
        while any(self.archives.rglob("*.claim")):
            if time.monotonic() > end:
                print("an archive of classes was not made: timed without it", file=sys.stderr)
                return
            time.sleep(0.1)


def answer(case: Case, kbaudit: Kbaudit, jdks: list[Jdk], effort: Effort) -> Answer:
    commands = [kbaudit.command(jdk, case.arguments, case.exit_codes) for jdk in jdks]
    return answer_of(case, commands, effort)


def floor(jdks: list[Jdk], inputs: Inputs, effort: Effort) -> Answer:
    """Times Java alone, which nothing that is written in it can go below."""
    case = Case("floor", "`java -version`, the floor", [], loop_over(inputs.packages(22)))
    commands = [Command(jdk.name(), [jdk.java(), "-version"]) for jdk in jdks]
    return answer_of(case, commands, effort)


def answer_of(case: Case, commands: list[Command], effort: Effort) -> Answer:
    print(f"timing {case.question}", file=sys.stderr)
    missing = case.peer.missing()
    if missing:
        print(f"{missing} is not installed: timed without it", file=sys.stderr)
        return Answer(case, effort.timings(commands), None)
    peer = Command(case.peer.name, case.peer.command(), exit_codes=case.peer.exit_codes)
    timings = effort.timings([*commands, peer])
    return Answer(case, timings[:-1], timings[-1])


# ---------------------------------------------------------------------------------------- as tables


def three_digits(value: float) -> str:
    decimals = max(0, 2 - math.floor(math.log10(value))) if value > 0 else 2
    return f"{value:,.{min(decimals, 3)}f}"


def seconds(value: float) -> str:
    return f"{three_digits(value)} s"


def mebibytes(value: float) -> str:
    return f"{value:,.0f} MiB"


def per_file(value: float) -> str:
    """Returns a time, in the unit that fits it."""
    if value < 1e-3:
        return f"{three_digits(value * 1e6)} µs"
    return f"{three_digits(value * 1e3)} ms" if value < 1 else seconds(value)


def times(ratio: float) -> str:
    return f"{ratio:.2f} ×" if ratio < 10 else f"{ratio:.0f} ×"


def table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def summary(answers: list[Answer]) -> str:
    """Returns the table of README: what is asked, and how it compares."""
    jdks = [timing.command.name for timing in answers[0].ours]
    rows = []
    for each in answers:
        took = seconds(each.theirs.wall_seconds()) if each.theirs else "not here"
        row = [each.case.question, f"{each.case.peer.name}: {took}"]
        for ours in each.ours:
            ratio = [times(ours.ratio(each.theirs))] if each.theirs else []
            measured = [seconds(ours.wall_seconds()), mebibytes(ours.peak_mebibytes())]
            row.append(", ".join(ratio + measured))
        rows.append(row)
    return table(["What is asked", "Peer"] + [f"kbaudit, {jdk}" for jdk in jdks], rows)


def details(answers: list[Answer]) -> str:
    """Returns all that was measured, a row for each command."""
    rows = []
    for each in answers:
        for timing in [*each.ours, *([each.theirs] if each.theirs else [])]:
            walls = [run.wall_seconds for run in timing.runs]
            rows.append(
                [
                    each.case.question,
                    timing.command.name,
                    seconds(timing.wall_seconds()),
                    f"{seconds(min(walls))} to {seconds(max(walls))}",
                    seconds(timing.cpu_seconds()),
                    mebibytes(timing.peak_mebibytes()),
                    times(timing.ratio(each.theirs)) if each.theirs else "",
                    str(len(timing.runs)),
                ]
            )
    return table(
        ["What is asked", "Of", "Median", "Range", "Processor", "Memory", "Ratio", "Runs"], rows
    )


def growth_table(kind: str, answers: list[tuple[int, Answer]]) -> str:
    """Returns how time, time a file and memory grow."""
    headings = [kind.capitalize()]
    _, first = answers[0]
    for timing in first.ours:
        headings += [timing.command.name, "per file", "memory"]
    headings += [first.case.peer.name, "ratio"]
    rows = []
    for count, each in answers:
        row = [f"{count:,}"]
        for ours in each.ours:
            wall = ours.wall_seconds()
            row += [seconds(wall), per_file(wall / count), mebibytes(ours.peak_mebibytes())]
        if each.theirs:
            ratios = [times(ours.ratio(each.theirs)) for ours in each.ours]
            row += [seconds(each.theirs.wall_seconds()), ", ".join(ratios)]
        else:
            row += ["not here", ""]
        rows.append(row)
    return table(headings, rows)


# ------------------------------------------------------------------------------------- as a picture


@dataclass(frozen=True)
class Line:
    """One line of a chart: a value for each number of files."""

    label: str
    points: list[tuple[int, float]]


COLOURS = ["#1b6ca8", "#c8511b", "#2d7d46", "#8a3ffc", "#a56a00", "#5b6670"]
WIDTH, HEIGHT, MARGIN = 420, 320, 56


def chart(title: str, lines: list[Line], left: int) -> str:
    """Returns one chart, both axes logarithmic, with a line for each power of ten."""
    counts = [count for line in lines for count, _ in line.points]
    values = [value for line in lines for _, value in line.points]
    x_low, x_high = powers(counts)
    y_low, y_high = powers(values)

    def x(count: float) -> float:
        return left + MARGIN + (math.log10(count) - x_low) / (x_high - x_low) * WIDTH

    def y(value: float) -> float:
        return MARGIN + HEIGHT - (math.log10(value) - y_low) / (y_high - y_low) * HEIGHT

    parts = [f'<text x="{left + MARGIN}" y="32" class="title">{html.escape(title)}</text>']
    for power in range(x_low, x_high + 1):
        at = x(10.0**power)
        parts.append(f'<path class="grid" d="M{at:.1f} {MARGIN}V{MARGIN + HEIGHT}"/>')
        parts.append(
            f'<text x="{at:.1f}" y="{MARGIN + HEIGHT + 18}" class="count">{10**power:,}</text>'
        )
    for power in range(y_low, y_high + 1):
        at = y(10.0**power)
        parts.append(f'<path class="grid" d="M{left + MARGIN} {at:.1f}h{WIDTH}"/>')
        parts.append(
            f'<text x="{left + MARGIN - 6}" y="{at + 4:.1f}" class="value">{10.0**power:,g}</text>'
        )
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{x(count):.1f},{y(value):.1f}" for count, value in line.points)
        parts.append(f'<polyline points="{path}" stroke="{colour}"/>')
        parts += [
            f'<circle cx="{x(count):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>'
            for count, value in line.points
        ]
        below = MARGIN + HEIGHT + 44 + 18 * number
        parts.append(f'<text x="{left + MARGIN}" y="{below}" fill="{colour}">'
                     f"{html.escape(line.label)}</text>")
    return "\n".join(parts)


def powers(values: list[float]) -> tuple[int, int]:
    """Returns the powers of ten that values lie between, at least one apart."""
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values))))


def picture(series: dict[str, list[tuple[int, Answer]]]) -> str:
    """Returns the growth of time, time a file and memory, beside each other, as SVG."""
    time_lines, per_file_lines, memory_lines = [], [], []
    for kind, answers in series.items():
        first = answers[0][1]
        columns = [(f"kbaudit, {t.command.name}", i) for i, t in enumerate(first.ours)]
        for label, i in columns:
            timings = [(count, each.ours[i]) for count, each in answers]
            add_lines(f"{kind}: {label}", timings, time_lines, per_file_lines, memory_lines)
        if first.theirs:
            timings = [(count, each.theirs) for count, each in answers if each.theirs]
            label = f"{kind}: {first.case.peer.name}".replace("`", "")
            add_lines(label, timings, time_lines, per_file_lines, memory_lines)
    step = WIDTH + 2 * MARGIN
    width = 3 * step
    height = MARGIN + HEIGHT + 44 + 18 * len(time_lines)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img">',
            "<title>Time and memory by the number of files</title>",
            "<style>text{font:13px sans-serif} .title{font-size:16px;font-weight:bold} "
            ".count{text-anchor:middle} .value{text-anchor:end} .grid{stroke:#ccc} "
            "polyline{fill:none;stroke-width:2}</style>",
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            chart("Seconds by the number of files", time_lines, 0),
            chart("Milliseconds a file", per_file_lines, step),
            chart("Memory in MiB", memory_lines, 2 * step),
            "</svg>\n",
        ]
    )


def add_lines(
    label: str,
    timings: list[tuple[int, Timing]],
    time_lines: list[Line],
    per_file_lines: list[Line],
    memory_lines: list[Line],
) -> None:
    walls = [(count, timing.wall_seconds()) for count, timing in timings]
    time_lines.append(Line(label, walls))
    per_file_lines.append(Line(label, [(count, 1_000 * wall / count) for count, wall in walls]))
    memory_lines.append(
        Line(label, [(count, timing.peak_mebibytes()) for count, timing in timings])
    )


# --------------------------------------------------------------------------------- the command line


def machine() -> str:
    """Returns in words where this runs."""
    name = "an unnamed processor"
    memory = ""
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
        kibibytes = int(pathlib.Path("/proc/meminfo").read_text(encoding="utf-8").split()[1])
        memory = f", {kibibytes / 1024**2:.0f} GB"
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0))
    return f"{os.uname().sysname}, {cores} {'core' if cores == 1 else 'cores'} of {name}{memory}"


class Report:
    """What was measured so far, written down after each question: a run may be cut short."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.answers: list[Answer] = []
        self.growth: dict[str, list[tuple[int, Answer]]] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, answered: Answer) -> None:
        self.answers.append(answered)
        self.write()

    def add_growth(self, kind: str, count: int, answered: Answer) -> None:
        self.growth.setdefault(kind, []).append((count, answered))
        self.write()

    def tables(self) -> str:
        """Returns what README shows."""
        sections = [f"Measured on {datetime.date.today()}: {machine()}.\n"]
        if self.answers:
            sections.append(summary(self.answers))
        sections += [growth_table(kind, grown) for kind, grown in self.growth.items()]
        return "\n".join(sections)

    def write(self) -> None:
        grown = [each for answers in self.growth.values() for _, each in answers]
        report = self.tables() + "\n" + details(self.answers + grown)
        (self.folder / "processes.md").write_text(report, encoding="utf-8")
        if self.growth:
            (self.folder / "growth.svg").write_text(picture(self.growth), encoding="utf-8")


def default_jdk() -> pathlib.Path:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java")
    if home:
        return pathlib.Path(home)
    if java:
        return pathlib.Path(java).resolve().parents[1]
    raise SystemExit("no java found: set JAVA_HOME, or give --jdk")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = ["floor", *CASES, *GROWTH]
    parser.add_argument(
        "--case", action="append", choices=names, help="only this one; repeatable (default: all)"
    )
    parser.add_argument(
        "--jdk",
        action="append",
        type=pathlib.Path,
        help="the home of a JDK to run kbaudit on; repeatable (default: JAVA_HOME)",
    )
    parser.add_argument("--runs", type=int, default=9, help="of each command (default: 9)")
    parser.add_argument(
        "--seconds",
        type=float,
        default=60,
        help="after which a question is asked no more often, if thrice already (default: 60)",
    )
    parser.add_argument(
        "--warm-ups", type=int, default=1, help="runs before, not counted (default: 1)"
    )
    parser.add_argument(
        "--largest",
        type=int,
        default=1_000_000,
        help="the largest number of files, or of MiB (default: 1000000)",
    )
    parser.add_argument(
        "--folder",
        type=pathlib.Path,
        default=TOP / "cli/target/benchmark",
        help="for inputs, tables and the picture (default: cli/target/benchmark)",
    )
    parser.add_argument(
        "--launcher",
        type=pathlib.Path,
        default=TOP / "cli/target/kbaudit/bin/kbaudit",
        help="the kbaudit to time (default: the built one)",
    )
    return parser.parse_args()


def main() -> None:
    options = arguments()
    if not options.launcher.exists():
        raise SystemExit(f"no {options.launcher}: 'mvn -DskipTests package' builds it")
    jdks = [Jdk(home.absolute()) for home in options.jdk or [default_jdk()]]
    inputs = Inputs(options.folder.absolute(), options.largest)
    effort = Effort(options.runs, options.warm_ups, options.seconds)
    wanted = options.case or ["floor", *CASES, *GROWTH]

    kbaudit = Kbaudit(options.launcher, options.folder.absolute() / "archives")
    kbaudit.await_archives(jdks)

    report = Report(options.folder)
    if "floor" in wanted:
        report.add(floor(jdks, inputs, effort))
    for name, cases in CASES.items():
        if name in wanted:
            for case in cases(inputs):
                report.add(answer(case, kbaudit, jdks, effort))
    for name, (kind, cases) in GROWTH.items():
        if name in wanted:
            for count, case in cases(inputs).items():
                report.add_growth(kind, count, answer(case, kbaudit, jdks, effort))
    sys.stdout.write(report.tables())


if __name__ == "__main__":
    main()
