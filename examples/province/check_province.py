"""Checks the forms of a whole province: spread over processes, then added up by city.

    python3 check_province.py --program selfscore --forms DIR --out DIR [--processes N] [-- ARGUMENTS OF check]

DIR has a file of forms for each city, one form a line (city-001.ndjson and so on). Each is given to a
process `selfscore check --alone --format ndjson`, so many at a time; what they find lies in OUT/found,
a line a form. DuckDB adds it up: OUT/cities.csv has a row a city, OUT/findings.csv a row for each kind of
finding in a city.

Exit status: 0 nothing found, 1 something found, 2 something could not be used.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

# What `check` says of a form. Figures are texts, so that none passes through a floating-point number.
COLUMNS = {
    "file": "VARCHAR",
    "unit": "VARCHAR",
    "claimed": "DECIMAL(12, 4)",
    "recomputed": "DECIMAL(12, 4)",
    "complete": "BOOLEAN",
    "findings": "STRUCT(code VARCHAR)[]",
}

# Means are over forms that have the figure: one that cannot be read has none.
CITIES = """
    SELECT city,
           count(*) AS forms,
           count(*) FILTER (len(findings) > 0) AS with_findings,
           round(sum(claimed) / count(claimed), 2)::DECIMAL(12, 2) AS mean_claimed,
           round(sum(recomputed) / count(recomputed), 2)::DECIMAL(12, 2) AS mean_recomputed
    FROM found GROUP BY city ORDER BY city
"""

FINDINGS = """
    SELECT city, code, count(*) AS findings
    FROM (SELECT city, unnest(findings).code AS code FROM found)
    GROUP BY city, code ORDER BY city, code
"""


def check(program, arguments, forms, found):
    """Checks one file; its exit status."""
    command = [program, "check", "--alone", "--format", "ndjson", "--jobs", "1", *arguments, forms]
    # Beside its place until it is whole, so that a run that was cut off is not taken for one that ended.
    part = found.with_suffix(".part")
    with open(part, "wb") as out:
        status = subprocess.run(command, stdout=out, stdin=subprocess.DEVNULL, check=False).returncode
    if status in (0, 1):
        part.rename(found)
    return status


def checked(options, found):
    """Checks all files, the largest first, so that none is left over at the end; the exit status."""
    shards = sorted(options.forms.glob("*.ndjson"), key=lambda path: (-path.stat().st_size, path.name))
    if not shards:
        raise FileNotFoundError(f"no *.ndjson in {options.forms}")
    with ThreadPoolExecutor(options.processes) as pool:
        one = lambda forms: check(options.program, options.arguments, forms, found / forms.name)
        ended = list(pool.map(one, shards))
    failed = sorted(forms.name for forms, status in zip(shards, ended) if status not in (0, 1))
    if failed:
        print(f"not checked: {', '.join(failed)}", file=sys.stderr)
    return 2 if failed else max(ended)


def added_up(found, out, threads):
    """Adds up by city; writes the tables and shows them. How many forms there were."""
    engine = duckdb.connect(config={"threads": threads, "memory_limit": "1GB", "temp_directory": str(out)})
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
    files = str(found / "*.ndjson").replace("'", "''")
    engine.execute(f"""
        CREATE VIEW found AS
        SELECT *, regexp_extract(filename, '([^/]*)[.]ndjson$', 1) AS city
        FROM read_json('{files}', format = 'newline_delimited', columns = {{{columns}}}, filename = true)
    """)
    forms = 0
    for name, query in [("cities", CITIES), ("findings", FINDINGS)]:
        # Once over all of it; what is left is as small as the table.
        engine.execute(f"CREATE TABLE {name} AS {query}")
        engine.table(name).write_csv(str(out / f"{name}.csv"))
        engine.table(name).show(max_rows=20)
    return engine.sql("SELECT coalesce(sum(forms), 0)::BIGINT FROM cities").fetchall()[0][0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="selfscore")
    parser.add_argument("--forms", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("arguments", nargs="*", help="further arguments of check")
    options = parser.parse_args()
    found = options.out / "found"
    found.mkdir(parents=True, exist_ok=True)
    for old in found.iterdir():
        old.unlink()
    start = time.monotonic()
    status = checked(options, found)
    between = time.monotonic()
    if not any(found.iterdir()):
        return status
    forms = added_up(found, options.out, options.processes)
    end = time.monotonic()
    print(
        f"{forms} forms, {options.processes} at a time: checked in {between - start:.1f} s, "
        f"{forms / (between - start):.0f} forms/s; added up in {end - between:.1f} s",
        file=sys.stderr,
    )
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, duckdb.Error) as error:
        # Python would end with 1, which means that something was found.
        print(error, file=sys.stderr)
        sys.exit(2)
