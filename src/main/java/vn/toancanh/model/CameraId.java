package vn.toancanh.model;

/** Stable identity of a camera; opaque, at most 64 characters; never shown to an operator, who knows the number. */
public record CameraId(String value) {
    public CameraId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("camera id of length " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
