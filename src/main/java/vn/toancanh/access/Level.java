package vn.toancanh.access;

/** How far a right reaches; each level holds those before it. */
public enum Level {
    /** Looking at video and lists. */
    VIEW,
    /** Steering heads, calling up walls, settling alarms. */
    OPERATE,
    /** Layouts and patrols of others, users of the own site. */
    MANAGE,
    /** Cameras, sites, roles, the server itself. */
    CONFIGURE
}
