-- Lets the next run of the repository go to the end of the stream, behind those of all others.
-- KEYS: stream, entries, fronts, line, held, call
-- ARGV: group, run, token, repository, how long a call may be repeated
local id = entry(KEYS[5], ARGV[2], ARGV[3])
if not id then
  return {redis.call('GET', KEYS[6]) or 'lost'}
end
redis.call('XACK', KEYS[1], ARGV[1], id)
redis.call('XDEL', KEYS[1], id)
redis.call('HDEL', KEYS[2], ARGV[2])
redis.call('HDEL', KEYS[5], ARGV[2])
local next = redis.call('LPOP', KEYS[4])
if next then
  redis.call('HSET', KEYS[3], ARGV[4], next)
  append(KEYS[1], KEYS[2], next)
else
  redis.call('HDEL', KEYS[3], ARGV[4])
end
redis.call('SET', KEYS[6], 'held', 'PX', ARGV[5])
return {'held'}
