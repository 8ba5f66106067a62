package com.messagemedia.auth0.descriptor;

/** A descriptor with every kind of field, and what its references come to. */
final class CompleteDescriptor {

    static final String KEY = "Key0Key0Key0Key0Key0";
    static final String SECRET = "Secret0Secret0Secret0Secret0Se";

    static final String COMPLETE = """
            version: 1
            owner: web
            tenant:
              domain: Acme.eu.auth0.com
              audience: https://acme.eu.auth0.com/api/v2/
              clientId: ${env.AUTH0_CLIENT_ID}
              clientSecret: ${env.AUTH0_CLIENT_SECRET}
              caCertificates: ca.pem
            connection: con_abc123
            createIfMissing: true
            messageMedia:
              apiKey: ${env.MESSAGEMEDIA_API_KEY}
              apiSecret: ${env.MESSAGEMEDIA_API_SECRET}
              from: "+61491570156"
            options:
              template: "Your code is @@password@@"
              totp: {length: "${code.length}", time_step: 300}
              brute_force_protection: ${protect}
              upstream_params: {}
              name: ${env.LABEL} by SMS
              non_persistent_attrs: [a, "${env.LABEL}"]
              messaging_service_sid: null
              ratio: 1.50
            remove: [twilio_sid, totp.algorithm]
            enabledClients: [one, two]
            state: file
            onConflict: {default: overwrite, template: keep}
            """;

    private CompleteDescriptor() {}

    static Surroundings surroundings() {
        return new Surroundings()
                .with("env.AUTH0_CLIENT_ID", "client")
                .with("env.AUTH0_CLIENT_SECRET", "hunter2-hunter2")
                .with("env.MESSAGEMEDIA_API_KEY", KEY)
                .with("env.MESSAGEMEDIA_API_SECRET", SECRET)
                .with("env.LABEL", "Label")
                .with("code.length", "8")
                .with("protect", "false");
    }
}
