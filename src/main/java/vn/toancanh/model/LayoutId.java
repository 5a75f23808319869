package vn.toancanh.model;

/** Stable identity of a layout; opaque, at most 64 characters. */
public record LayoutId(String value) {
    public LayoutId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("layout id of length " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
