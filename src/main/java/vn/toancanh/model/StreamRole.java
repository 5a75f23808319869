package vn.toancanh.model;

/** Which of a camera's streams: the large one, the small one for small tiles, or a third. */
public enum StreamRole {
    MAIN,
    SUB,
    THIRD
}
