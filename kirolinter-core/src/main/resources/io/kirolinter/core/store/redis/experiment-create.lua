-- KEYS: experiment, results, index   ARGV: its JSON, status, entry
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'experiment', ARGV[1], 'status', ARGV[2], 'entry', ARGV[3])
  redis.call('ZADD', KEYS[3], 0, ARGV[3])
end
local known = redis.call('HMGET', KEYS[1], 'experiment', 'status', 'ended')
return {known[1], known[2], known[3], redis.call('LLEN', KEYS[2])}
