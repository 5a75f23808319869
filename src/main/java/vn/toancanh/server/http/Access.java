package vn.toancanh.server.http;

import io.javalin.security.RouteRole;

/** What a route asks of its caller. Levels hold those before them. */
public enum Access implements RouteRole {
    /** Nothing; the caller may be unknown. */
    ANYONE,
    /** A session, with whatever rights. */
    SIGNED_IN,
    /** That level in the whole city: for what belongs to no site. */
    VIEW,
    OPERATE,
    MANAGE,
    /** The same, with nothing of it denied: what is set there is set for every site. */
    CONFIGURE,
    /** That level at some site or tag at least: the route itself asks again for the camera or site in question. */
    VIEW_SOMEWHERE,
    OPERATE_SOMEWHERE,
    MANAGE_SOMEWHERE,
    CONFIGURE_SOMEWHERE,
    /** {@link #MANAGE}, or a program on this machine that comes through no proxy. */
    LOCAL_OR_MANAGE
}
