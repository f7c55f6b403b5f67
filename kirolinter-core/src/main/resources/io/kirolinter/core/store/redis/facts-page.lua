-- Facts in the order in which the runs were made, as one text.
-- KEYS: facts   ARGV: from, until, how many.   Gives where the page ends, how many there are, and them
local found = redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2], 'BYLEX', 'LIMIT', 0, ARGV[3])
if #found == 0 then
  return {'', '0', ''}
end
local last = string.sub(found[#found], 1, 46)
for i = 1, #found do
  found[i] = string.sub(found[i], 47)
end
return {last, tostring(#found), table.concat(found, '\n')}
