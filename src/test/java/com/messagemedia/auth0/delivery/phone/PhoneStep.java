package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Rehearsal;

/** A request with which an apply writes, and a tenant where it comes. */
enum PhoneStep {
    CREATE_ACTION("create Action", "POST /api/v2/actions/actions", StartingTenant.MODERN),
    UPDATE_ACTION("change Action", "PATCH /api/v2/actions/actions/", StartingTenant.MODERN) {
        @Override
        void prepare(PhoneRehearsal test) {
            test.rehearsal.apply();
            test.rehearsal.describe(PhoneRehearsal.PHONE, "  senders: {\"+44\": Acme}\n");
        }
    },
    CHANGE_SECRET("change secret", "PATCH /api/v2/actions/actions/", StartingTenant.MODERN) {
        @Override
        void prepare(PhoneRehearsal test) {
            test.rehearsal.apply();
            test.rehearsal
                    .variable("KEY", "OtherApiKey000000000")
                    .describe(PhoneRehearsal.PHONE.replace("SandboxApiKey0000000", "${env.KEY}"));
        }
    },
    DEPLOY("deploy", PhoneRehearsal.DEPLOY, StartingTenant.MODERN),
    REDEPLOY("deploy again", PhoneRehearsal.DEPLOY, StartingTenant.MODERN) {
        @Override
        void prepare(PhoneRehearsal test) {
            UPDATE_ACTION.prepare(test);
        }
    },
    BIND("bind", PhoneRehearsal.BIND, StartingTenant.MODERN),
    CREATE_PROVIDER("create provider", "POST /api/v2/branding/phone/providers", StartingTenant.MODERN),
    UPDATE_PROVIDER("change provider", "PATCH /api/v2/branding/phone/providers/", StartingTenant.TWILIO_PROVIDER),
    CREATE_TEMPLATE("create template", "POST /api/v2/branding/phone/templates", StartingTenant.MODERN) {
        @Override
        void prepare(PhoneRehearsal test) {
            test.rehearsal.describe(PhoneRehearsal.PHONE, templates("one"));
        }
    },
    UPDATE_TEMPLATE("change template", "PATCH /api/v2/branding/phone/templates/", StartingTenant.MODERN) {
        @Override
        void prepare(PhoneRehearsal test) {
            CREATE_TEMPLATE.prepare(test);
            test.rehearsal.apply();
            test.rehearsal.describe(PhoneRehearsal.PHONE, templates("two"));
        }
    },
    CONNECTION("change connection", "PATCH /api/v2/connections/", StartingTenant.MODERN);

    private final String title;
    private final String request;
    private final StartingTenant tenant;

    PhoneStep(String title, String request, StartingTenant tenant) {
        this.title = title;
        this.request = request;
        this.tenant = tenant;
    }

    /** The section with two templates. */
    static String templates(String text) {
        return """
                phoneProvider:
                  templates:
                    otp_verify: {text: "{{ code }} is your %1$s"}
                    otp_enroll: {text: "{{ code }} is %1$s"}
                """.formatted(text);
    }

    String title() {
        return title;
    }

    String request() {
        return request;
    }

    /** Starts a tenant where the next apply makes the request. */
    Rehearsal on(PhoneRehearsal test) {
        test.on(tenant, PhoneRehearsal.PHONE);
        prepare(test);
        test.rehearsal.requests();
        return test.rehearsal;
    }

    void prepare(PhoneRehearsal test) {}

    /** What whoever applies has to say yes to. */
    Choices choices(PhoneRehearsal test) {
        return tenant == StartingTenant.TWILIO_PROVIDER ? test.takingOver() : Choices.NONE;
    }

    @Override
    public String toString() {
        return title;
    }
}
