package vn.toancanh.model;

/** What the server last knew of a camera; a tile's own state comes from its frames, never from this. */
public enum CameraState {
    ONLINE,
    OFFLINE,
    UNAUTHORISED,
    NO_VIDEO,
    DISABLED,
    UNKNOWN
}
