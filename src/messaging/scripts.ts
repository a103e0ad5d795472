// The steps on Redis that must not be interleaved, as Lua. All keys of a session share one hash tag, so that a cluster runs
// each script on one node.

/** KEYS events, epoch. ARGV id, first seq's turn, sealed entry, max length, channel, block size. Answers 1 when it was new.
 *  A turn missing before this one means that an append was lost: the epoch goes, and the next reader rebuilds the stream. */
export const APPEND = `
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if last then
  local lastTurn = math.floor(tonumber(string.match(last[1], '^%d+')) / tonumber(ARGV[6]))
  if tonumber(ARGV[2]) > lastTurn + 1 then redis.call('DEL', KEYS[2]) end
end
local added = redis.pcall('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], ARGV[1] .. '-0', 'e', ARGV[3])
redis.call('PUBLISH', ARGV[5], 'e' .. ARGV[3])
if type(added) == 'table' and added.err then
  if string.find(added.err, 'equal or smaller', 1, true) then return 0 end
  return added
end
return 1`;

/** KEYS events, epoch. ARGV new epoch, max length, then id and sealed entry by turns. Answers the epoch in force.
 *  Entries that were appended while the graph was being read, and that it did not know yet, are kept behind. */
export const REBUILD = `
local epoch = redis.call('GET', KEYS[2])
if epoch then return epoch end
local newest = ARGV[#ARGV - 1]
local from = '-'
if #ARGV > 2 then from = '(' .. newest .. '-0' end
local later = redis.call('XRANGE', KEYS[1], from, '+')
redis.call('DEL', KEYS[1])
for i = 3, #ARGV, 2 do redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], ARGV[i] .. '-0', 'e', ARGV[i + 1]) end
for _, entry in ipairs(later) do redis.call('XADD', KEYS[1], entry[1], 'e', entry[2][2]) end
redis.call('SET', KEYS[2], ARGV[1])
return ARGV[1]`;

/** KEYS lease. ARGV turn id, ms, channel, message. Taken when free or held for the same turn; only then is the message, unless it
 *  is empty, told to whoever listens. */
export const TAKE_LEASE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if ARGV[4] ~= '' then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
return 1`;

/** KEYS lease. ARGV turn id. Only the holder's own lease is given back, never one that a later turn has taken. */
export const RELEASE_LEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;
