/** Over `resident`: a message can be sent to them, by a channel that they have and want. Who has none must be called. */
export const hasChannel = `(
  resident.phone_cipher IS NOT NULL AND resident.sms_notices
  OR resident.wechat_notices AND EXISTS (SELECT FROM wechat_follower WHERE wechat_follower.resident_id = resident.id))`;
