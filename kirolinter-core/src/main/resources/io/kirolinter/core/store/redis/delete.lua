-- Deletes those of the runs that are over, and gives their ids.
-- KEYS: newest, runs   ARGV: id of each run
local deleted = {}
for i = 2, #KEYS do
  local known = redis.call('HMGET', KEYS[i], 'over', 'entry')
  if known[1] == '1' then
    redis.call('DEL', KEYS[i])
    redis.call('ZREM', KEYS[1], known[2])
    deleted[#deleted + 1] = ARGV[i - 1]
  end
end
return deleted
