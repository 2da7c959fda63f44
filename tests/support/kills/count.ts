/** How often each long test kills: 50 times, or as often as KILLS says where there is less time. */
export const KILLS = Number(process.env.KILLS ?? 50)
