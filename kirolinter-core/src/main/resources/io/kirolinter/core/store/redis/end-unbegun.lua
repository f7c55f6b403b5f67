-- KEYS: run, living, facts, days   ARGV: now, state, status, queued state, facts of the state
local known = redis.call('HMGET', KEYS[1], 'state', 'over', 'owner', 'expires', 'entry')
local held = known[3] and tonumber(known[4]) > tonumber(ARGV[1])
if known[1] ~= ARGV[4] or known[2] == '1' or held then
  return {'kept'}
end
redis.call('HSET', KEYS[1], 'state', ARGV[2], 'status', ARGV[3], 'over', '1')
redis.call('HDEL', KEYS[1], 'owner')
redis.call('ZREM', KEYS[2], known[5])
return {'ended', keep_facts(KEYS[1], KEYS[3], KEYS[4], ARGV[5])}
