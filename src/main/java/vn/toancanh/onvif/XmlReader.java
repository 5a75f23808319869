package vn.toancanh.onvif;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a device answered, believing nothing: no document type, no entities but the five of XML, and only so deep and so many
 * elements. Any thread.
 */
final class XmlReader {
    /** The deepest answer that a device was seen to give has 12. */
    static final int MOST_DEPTH = 64;

    /** A recorder with 256 channels has some 20,000 elements in its profiles. */
    static final int MOST_ELEMENTS = 100_000;

    private static final int LOOKED_AT = 512;

    private XmlReader() {}

    /**
     * The root of a document.
     *
     * @throws OnvifException NOT_ONVIF where it is no XML at all, PROTOCOL where it is bad XML
     */
    static XmlNode read(byte[] document) {
        String begin = new String(document, 0, Math.min(LOOKED_AT, document.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (begin.isEmpty()) {
            throw OnvifFailure.of(OnvifFailure.Kind.NOT_ONVIF, "an empty answer");
        }
        if (begin.contains("<html") || begin.contains("<!doctype html")) {
            throw OnvifFailure.of(OnvifFailure.Kind.NOT_ONVIF, "a web page");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            // Its message may quote the answer: only the place is told.
            throw OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "bad XML at character " + place(broken));
        }
    }

    private static int place(XMLStreamException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getCharacterOffset();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for an answer");
        });
        return factory;
    }

    private static XmlNode root(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        @Nullable XmlNode root = null;
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlNode node = node(reader);
                    if (++count > MOST_ELEMENTS || open.size() >= MOST_DEPTH) {
                        throw OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "an answer too deep or with too much in it");
                    }
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.getFirst().add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getFirst().add(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "a document type or entity, which SOAP forbids");
                default -> {
                    // Comments and white space.
                }
            }
        }
        if (root == null) {
            throw OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "an answer without an element");
        }
        return root;
    }

    private static XmlNode node(XMLStreamReader reader) {
        XmlNode node = new XmlNode(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return node;
    }
}
