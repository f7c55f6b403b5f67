-- KEYS: run, changing, newest, living
-- ARGV: runs, id, owner, writer, call, now, ends, entry, plan, state, status, over, effect, queued state, facts of the plan
if redis.call('EXISTS', KEYS[1]) == 1 then
  if redis.call('HGET', KEYS[1], 'creation') ~= ARGV[4] .. '-' .. ARGV[5] then
    return {'exists'}
  end
else
  redis.call('HSET', KEYS[1], 'creation', ARGV[4] .. '-' .. ARGV[5], 'entry', ARGV[8], 'plan', ARGV[9],
    'state', ARGV[10], 'status', ARGV[11], 'over', ARGV[12], 'effect', ARGV[13], 'facts', ARGV[15])
  redis.call('ZADD', KEYS[3], 0, ARGV[8])
  if ARGV[12] == '0' then
    redis.call('ZADD', KEYS[4], 0, ARGV[8])
  end
end
local answer = claim(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7])
if answer[1] == 'busy' then
  redis.call('HSET', KEYS[1], 'state', ARGV[14], 'status', 'QUEUED')
end
return answer
