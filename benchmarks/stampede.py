"""One process of a stampede on dogpile.cache; prints what org.kennelcache.benchmarks.stampede.Stampede does.

Arguments: the port of Redis; threads, keys, milliseconds of a load, milliseconds of the start, which process.
"""

import statistics
import sys
import threading
import time

from dogpile.cache import make_region

HITS = 20_000
PAUSE = 3

port, threads, keys, load, start, process = (int(argument) for argument in sys.argv[1:7])
region = make_region().configure(
    "dogpile.cache.redis",
    arguments={
        "host": "127.0.0.1",
        "port": port,
        "distributed_lock": True,
        "lock_timeout": 30,
        "thread_local_lock": False,
    },
)
taken = []


def create():
    print("loaded", flush=True)
    time.sleep(load / 1000)
    return "value"


def read(key):
    begun = time.perf_counter_ns()
    region.get_or_create(key, create)
    return (time.perf_counter_ns() - begun) / 1000


def wait_for(key):
    time.sleep(max(0, (start + key * (load + 500)) / 1000 - time.time()))


def ask():
    for key in range(keys):
        wait_for(key)
        taken.append(read(f"key-{key}"))


region.get_or_create(f"warm-up-{process}", lambda: "value")
asking = [threading.Thread(target=ask) for _ in range(threads)]
for thread in asking:
    thread.start()
for thread in asking:
    thread.join()
for micros in taken:
    print("took", int(micros))
if process == 0:
    wait_for(keys + PAUSE)
    print("hit", statistics.median(read("key-0") for _ in range(HITS)))
