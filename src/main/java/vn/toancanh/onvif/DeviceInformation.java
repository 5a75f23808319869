package vn.toancanh.onvif;

/** What a device says of itself; empty where it says nothing. */
public record DeviceInformation(String maker, String model, String firmware, String serial) {
    static final DeviceInformation NONE = new DeviceInformation("", "", "");

    /** One that tells no serial number. */
    public DeviceInformation(String maker, String model, String firmware) {
        this(maker, model, firmware, "");
    }

    static DeviceInformation of(XmlNode answer) {
        return new DeviceInformation(
                answer.text("Manufacturer").orElse(""),
                answer.text("Model").orElse(""),
                answer.text("FirmwareVersion").orElse(""),
                answer.text("SerialNumber").orElse(""));
    }
}
