-- Deletes those of the runs that are over, and gives their ids.
-- KEYS: newest, facts, days, runs   ARGV: id of each run
local deleted = {}
for i = 4, #KEYS do
  local known = redis.call('HMGET', KEYS[i], 'over', 'entry')
  if known[1] == '1' then
    redis.call('DEL', KEYS[i])
    redis.call('ZREM', KEYS[1], known[2])
    local name = known[2]:sub(1, 46)
    redis.call('ZREMRANGEBYLEX', KEYS[2], '[' .. name, '(' .. name .. '\255')
    day_changes(KEYS[3], name)
    deleted[#deleted + 1] = ARGV[i - 3]
  end
end
return deleted
