//! The town's logo: what may be uploaded, and the picture that is made of it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits, imageops::FilterType};

/// Largest upload, in bytes.
pub(super) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Widest and highest picture that is looked at, in pixels.
const MOST_PIXELS: u32 = 6_000;
/// Memory that reading a picture may take, in bytes.
const MOST_MEMORY: u64 = 192 * 1024 * 1024;
/// The picture is made to fit into so many pixels: sharp at twice the size of the header.
const FITS: (u32, u32) = (640, 176);

/// Makes the picture that is shown of what was uploaded: PNG, JPEG or WebP by what it is, not by its name. It is drawn
/// anew, so that nothing else comes along in the file: no place where it was taken, no second content behind the picture.
///
/// # Errors
/// A catalogue key that says what is wrong.
pub(super) fn prepare(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    if bytes.len() > MOST_BYTES {
        return Err("places-logo-error-size");
    }
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| "places-logo-error-kind")?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) {
        return Err("places-logo-error-kind");
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| "places-logo-error-broken")?;
    let mut png = Cursor::new(Vec::new());
    fitting(picture).write_to(&mut png, ImageFormat::Png).map_err(|_| "places-logo-error-broken")?;
    Ok(png.into_inner())
}

fn fitting(picture: DynamicImage) -> DynamicImage {
    // To 8 bits with transparency, whatever it came in.
    let picture = DynamicImage::ImageRgba8(picture.to_rgba8());
    let (width, height) = FITS;
    if picture.width() <= width && picture.height() <= height {
        return picture;
    }
    picture.resize(width, height, FilterType::Lanczos3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).expect("a picture");
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_known_by_what_it_is_and_made_to_fit() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let made = prepare(&drawn(1280, 640, format)).expect("a logo");
            let shown = image::load_from_memory_with_format(&made, ImageFormat::Png).expect("a PNG");
            assert_eq!((shown.width(), shown.height()), (352, 176));
        }
        let small = prepare(&drawn(10, 10, ImageFormat::Png)).expect("a logo");
        assert_eq!(image::load_from_memory(&small).expect("a picture").width(), 10);
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>";
        assert_eq!(prepare(svg), Err("places-logo-error-kind"));
        assert_eq!(prepare(b"GIF89a\x01\x00\x01\x00"), Err("places-logo-error-kind"));
        assert_eq!(prepare(b""), Err("places-logo-error-kind"));
        assert_eq!(prepare(&vec![0; MOST_BYTES + 1]), Err("places-logo-error-size"));
        let whole = drawn(300, 100, ImageFormat::Png);
        assert_eq!(prepare(&whole[..60]), Err("places-logo-error-broken"));
        assert_eq!(prepare(&drawn(MOST_PIXELS + 1, 1, ImageFormat::Png)), Err("places-logo-error-broken"));
    }

    #[test]
    fn what_hangs_behind_a_picture_does_not_come_along() {
        let mut bytes = drawn(20, 20, ImageFormat::Png);
        bytes.extend_from_slice(b"<script>alert(1)</script>");
        let made = prepare(&bytes).expect("a logo");
        assert!(!made.windows(6).any(|window| window == b"script"));
    }
}
