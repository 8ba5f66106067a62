package com.messagemedia.auth0.sandbox.page;

import java.util.List;

/** The tenant that a page shows, and what its buttons do to it. */
public interface TenantSource {

    /** Something that is equal to the last one as long as the tenant is the same. */
    Object stamp();

    /** All tenants of the sandbox, if this one's page lists them; otherwise none. */
    List<Neighbour> neighbours();

    /** The things of the tenant. */
    List<Section> sections();

    /** All secrets that the tenant holds: they are removed from every text of the page. */
    List<String> secrets();

    /** The buttons that fit the tenant now. */
    List<Button> buttons();

    /** Presses a button; false if the tenant has no such button, or it is blocked. */
    boolean press(String id);
}
