package vn.toancanh.model;

/** Stable identity of a site; opaque, at most 64 characters. */
public record SiteId(String value) {
    public SiteId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("site id of length " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
