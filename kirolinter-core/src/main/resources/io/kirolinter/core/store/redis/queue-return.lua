-- The run stays the front of its repository: at the end of the stream, or parked until its time.
-- KEYS: stream, entries, parked, held, call
-- ARGV: group, run, token, body, not before, now, how long a call may be repeated
local id = entry(KEYS[4], ARGV[2], ARGV[3])
if not id then
  return {redis.call('GET', KEYS[5]) or 'lost'}
end
redis.call('XACK', KEYS[1], ARGV[1], id)
redis.call('XDEL', KEYS[1], id)
redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
redis.call('HSET', KEYS[4], ARGV[2], ARGV[3] .. ':')
if tonumber(ARGV[5]) > tonumber(ARGV[6]) then
  redis.call('ZADD', KEYS[3], ARGV[5], ARGV[2])
else
  append(KEYS[1], KEYS[2], ARGV[2])
end
redis.call('SET', KEYS[5], 'held', 'PX', ARGV[7])
return {'held'}
