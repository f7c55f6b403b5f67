-- KEYS: run, changing   ARGV: runs, id, owner, writer, call, now, ends
return claim(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7])
