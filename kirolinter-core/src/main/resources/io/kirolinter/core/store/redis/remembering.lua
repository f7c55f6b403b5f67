-- Lets what is known of a repository stay for as long again: put in front of the scripts that add to it.
local function remember(kinds, pattern, others, milliseconds)
  for _, kind in ipairs(redis.call('SMEMBERS', kinds)) do
    redis.call('PEXPIRE', pattern .. kind, milliseconds)
  end
  redis.call('PEXPIRE', kinds, milliseconds)
  for _, key in ipairs(others) do
    redis.call('PEXPIRE', key, milliseconds)
  end
end
