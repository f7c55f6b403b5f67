#!/usr/bin/env python3
"""Copies all runs of a Redis so often, each a second later, within the server: to write each takes long.
Usage: multiply-runs.py PORT TIMES. Knows the keys of this release; for measurements alone."""
import socket
import sys

SCRIPT = r"""
local all = '{runs}'
local shift, made = tonumber(ARGV[1]), 0
local entries = redis.call('ZRANGE', KEYS[1], 0, -1)
for _, entry in ipairs(entries) do
  local second, id, repository = tonumber(entry:sub(9, 16), 16), entry:sub(25, 46), entry:sub(47)
  local other = id:sub(1, 16) .. string.format('%06x', shift * 100000 + made)
  local copy = entry:sub(1, 8) .. string.format('%08x', second + shift) .. entry:sub(17, 24) .. other .. repository
  local place = 'kirolinter:{' .. repository .. '}:'
  local run = redis.call('HGETALL', place .. 'run:' .. id)
  for i = 1, #run, 2 do
    if run[i] == 'entry' then run[i + 1] = copy end
  end
  redis.call('HSET', place .. 'run:' .. other, unpack(run))
  redis.call('ZADD', place .. 'runs:newest', 0, copy)
  redis.call('ZADD', KEYS[2], 0, copy)
  redis.call('HSET', KEYS[3], other, copy)
  local facts = redis.call('ZRANGE', place .. 'runs:facts', '[' .. entry:sub(1, 46), '(' .. entry:sub(1, 46) .. '\255', 'BYLEX')
  if facts[1] then
    local text = facts[1]:sub(47)
    local at = text:find(id, 1, true)
    redis.call('ZADD', place .. 'runs:facts', 0, copy:sub(1, 46) .. text:sub(1, at - 1) .. other .. text:sub(at + #id))
  end
  made = made + 1
end
return made
"""


def call(connection, *words):
    data = b"*%d\r\n" % len(words)
    for word in words:
        word = str(word).encode()
        data += b"$%d\r\n%s\r\n" % (len(word), word)
    connection.sendall(data)
    answer = connection.makefile("rb").readline()
    if answer.startswith(b"-"):
        sys.exit(answer.decode())
    return answer


def main():
    port, times = int(sys.argv[1]), int(sys.argv[2])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        newest = "kirolinter:all:{runs}:newest"
        call(connection, "COPY", newest, newest + ":old")
        for shift in range(1, times):
            call(connection, "EVAL", SCRIPT, 3, newest + ":old", newest, "kirolinter:all:{runs}:entries", shift)
        call(connection, "DEL", newest + ":old")


main()
