-- The days in which runs were made, each with the text of all its facts, which is empty if there is none that is true:
-- a process of an earlier release may have changed the facts and left the text.
-- KEYS: facts, days   ARGV: first second, the second after the last, how long the texts may become
-- Gives where to go on, if there may be more, and for each day its first second and its text
local answer, length, from = {''}, 0, ARGV[1]
while true do
  local found = redis.call('ZRANGE', KEYS[1], '[' .. from, '(' .. ARGV[2], 'BYLEX', 'LIMIT', 0, 1)
  if not found[1] then
    return answer
  end
  if length >= tonumber(ARGV[3]) then
    answer[1] = from
    return answer
  end
  local second = tonumber(found[1]:sub(2, 16), 16)
  local day = string.format('8%015x', second - second % 86400)
  from = string.format('8%015x', second - second % 86400 + 86400)
  local text = redis.call('HGET', KEYS[2], day) or ''
  local count = text:match('^%d+')
  if not count or tonumber(count) ~= redis.call('ZLEXCOUNT', KEYS[1], '[' .. day, '(' .. from) then
    text = ''
  end
  answer[#answer + 1] = day
  answer[#answer + 1] = text
  length = length + #text + 1000
end
