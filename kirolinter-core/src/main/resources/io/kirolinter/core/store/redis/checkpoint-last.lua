-- The run is over with it, and nobody holds it any more.
-- KEYS: and changing, living, facts, days   ARGV: and id, status, facts of the state, before the artifact
local answer = checkpoint(9)
if answer == 'kept' then
  redis.call('HSET', KEYS[1], 'status', ARGV[7], 'over', '1')
  redis.call('HDEL', KEYS[1], 'owner')
  redis.call('ZREM', KEYS[3], redis.call('HGET', KEYS[1], 'entry'))
  if redis.call('GET', KEYS[2]) == ARGV[6] then
    redis.call('DEL', KEYS[2])
  end
  answer = keep_facts(KEYS[1], KEYS[4], KEYS[5], ARGV[8])
end
return {answer}
