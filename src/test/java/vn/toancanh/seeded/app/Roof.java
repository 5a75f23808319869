package vn.toancanh.seeded.app;

import vn.toancanh.seeded.live.Low;

/** What nobody below may know. */
public record Roof(Low low) {}
