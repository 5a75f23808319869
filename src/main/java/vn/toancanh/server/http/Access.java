package vn.toancanh.server.http;

import io.javalin.security.RouteRole;

/** What a route asks of its caller. Levels hold those before them. */
public enum Access implements RouteRole {
    /** Nothing; the caller may be unknown. */
    ANYONE,
    /** A session, with whatever rights. */
    SIGNED_IN,
    VIEW,
    OPERATE,
    MANAGE,
    CONFIGURE,
    /** {@link #MANAGE}, or a program on this machine that comes through no proxy. */
    LOCAL_OR_MANAGE
}
