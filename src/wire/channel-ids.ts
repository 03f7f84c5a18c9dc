// The data channels that both sides open by agreement, without asking each other.
// Both must know the numbers beforehand, so a number never changes its meaning.

export const channelIds = { control: 0, chat: 1, files: 2 } as const;
