-- KEYS: experiment, index, results   ARGV: plan, entry. Gives what is there now.
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'plan', ARGV[1], 'status', 'RUNNING', 'entry', ARGV[2])
  redis.call('ZADD', KEYS[2], 0, ARGV[2])
end
local known = redis.call('HMGET', KEYS[1], 'plan', 'status', 'ended')
return {known[1], known[2], known[3], redis.call('LLEN', KEYS[3])}
