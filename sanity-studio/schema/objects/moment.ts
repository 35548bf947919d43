/** Options of every date with a time: written the British way. */
export const momentOptions = { dateFormat: 'D MMMM YYYY', timeFormat: 'HH:mm' }
