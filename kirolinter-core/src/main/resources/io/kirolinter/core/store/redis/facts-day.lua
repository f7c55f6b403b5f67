-- Put in front of the scripts that add or delete facts: what is packed of their day is not true any more.
-- An entry and a member begin with the second in which the run was made; a day is named by its first second.
local function day_changes(days, entry)
  local second = tonumber(entry:sub(2, 16), 16)
  redis.call('HDEL', days, string.format('8%015x', second - second % 86400))
end
