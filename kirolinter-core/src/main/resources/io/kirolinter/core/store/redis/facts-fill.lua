-- Gives a run that an earlier release has written what its facts are made of, and its facts if it is over.
-- KEYS: run, facts, days   ARGV: plan, state [, then the field and the facts of each artifact]
local over = redis.call('HGET', KEYS[1], 'over')
if not over then
  return {'gone'}
end
if over == '1' and ARGV[2] == '' then
  return {'ended'}
end
redis.call('HSET', KEYS[1], 'facts', ARGV[1])
for i = 3, #ARGV, 2 do
  redis.call('HSETNX', KEYS[1], 'facts:' .. ARGV[i], ARGV[i + 1])
end
if over == '1' then
  keep_facts(KEYS[1], KEYS[2], KEYS[3], ARGV[2])
end
return {'filled'}
