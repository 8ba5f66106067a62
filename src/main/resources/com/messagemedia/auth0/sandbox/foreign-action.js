exports.onExecuteCustomPhoneProvider = async (event, api) => {
  await fetch("https://sms.acme.example/send", { method: "POST", body: event.notification.as_text });
};
