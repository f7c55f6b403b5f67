-- Adds a run that is over, whole.
-- KEYS: run, newest, artifacts, order, facts
-- ARGV: creation, entry, plan, state, status, effect, facts [, then step and type, and JSON, of each artifact]
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {redis.call('HGET', KEYS[1], 'creation') == ARGV[1] and 'added' or 'exists'}
end
redis.call('HSET', KEYS[1], 'creation', ARGV[1], 'entry', ARGV[2], 'plan', ARGV[3],
  'state', ARGV[4], 'status', ARGV[5], 'over', '1', 'effect', ARGV[6])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
redis.call('ZADD', KEYS[5], 0, string.sub(ARGV[2], 1, 46) .. ARGV[7])
for i = 8, #ARGV, 2 do
  if redis.call('HSET', KEYS[3], ARGV[i], ARGV[i + 1]) == 1 then
    redis.call('RPUSH', KEYS[4], ARGV[i])
  end
end
return {'added'}
