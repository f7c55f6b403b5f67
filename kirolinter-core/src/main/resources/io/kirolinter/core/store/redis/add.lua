-- Adds a run that is over, whole.
-- KEYS: run, newest, facts, days
-- ARGV: creation, entry, plan, state, status, effect, facts [, then field and JSON of each artifact]
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {redis.call('HGET', KEYS[1], 'creation') == ARGV[1] and 'added' or 'exists'}
end
redis.call('HSET', KEYS[1], 'creation', ARGV[1], 'entry', ARGV[2], 'plan', ARGV[3],
  'state', ARGV[4], 'status', ARGV[5], 'over', '1', 'effect', ARGV[6])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
day_changes(KEYS[4], ARGV[2])
redis.call('ZADD', KEYS[3], 0, ARGV[2]:sub(1, 46) .. ARGV[7])
local all
for i = 8, #ARGV, 2 do
  all = made(all, ARGV[i])
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1], 'made', all)
end
return {'added'}
