// A Firefox that asks nobody for a camera, sleeps in no tab, and is silent unless the page speaks.

export const firefoxPreferences = {
	"media.navigator.streams.fake": true,
	"media.navigator.permission.disabled": true,
	"permissions.default.camera": 1,
	"permissions.default.microphone": 1,
	"media.autoplay.default": 0,
	// Several people may share one browser, and only one of them is in front.
	"dom.min_background_timeout_value": 4,
	"media.suspend-background-video.enabled": false,
	// Nothing but the test itself talks to a network.
	"app.update.enabled": false,
	"network.captive-portal-service.enabled": false,
	"network.connectivity-service.enabled": false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"services.settings.server": "data:,",
};
