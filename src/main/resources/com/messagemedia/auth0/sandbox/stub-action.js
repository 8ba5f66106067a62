/**
 * Handler to be executed while sending a phone notification
 */
exports.onExecuteCustomPhoneProvider = async (event, api) => {
};
