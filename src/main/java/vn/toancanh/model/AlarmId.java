package vn.toancanh.model;

/** Stable identity of an alarm; opaque, at most 64 characters. */
public record AlarmId(String value) {
    public AlarmId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("alarm id of length " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
