//! Draws a frame with Vulkan in software, so no screen and no GPU are needed.
//!
//! The program itself draws with OpenGL and has no such feature, so the test's own painter stays out of what ships.
//! All apps under test share one device; each has a renderer of its own, for a texture's number means nothing to another.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use egui::{Color32, Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use egui_wgpu::{Renderer, RendererOptions, ScreenDescriptor};
use image::RgbaImage;
use wgpu::{Buffer, CommandEncoder, Device, Extent3d, Queue, Texture, TextureUsages};

const FORMAT: wgpu::TextureFormat = wgpu::TextureFormat::Rgba8Unorm;
const BYTES: u32 = 4;

static DEVICE: LazyLock<(Device, Queue)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor {
            backends: wgpu::Backends::VULKAN,
            flags: wgpu::InstanceFlags::empty(),
            ..wgpu::InstanceDescriptor::new_without_display_handle()
        });
        let software = wgpu::RequestAdapterOptions {
            force_fallback_adapter: true,
            ..Default::default()
        };
        let adapter = instance
            .request_adapter(&software)
            .await
            .expect("mesa-vulkan-drivers are installed");
        let device = wgpu::DeviceDescriptor::default();
        adapter.request_device(&device).await.unwrap()
    })
});

/// Draws the frames of one app.
#[derive(Clone)]
pub(super) struct SoftwareRenderer(Rc<RefCell<Renderer>>);

impl SoftwareRenderer {
    pub(super) fn new() -> Self {
        let renderer = Renderer::new(&DEVICE.0, FORMAT, RendererOptions::PREDICTABLE);
        Self(Rc::new(RefCell::new(renderer)))
    }

    /// Draws the last frame over a background.
    pub(super) fn draw(
        &self,
        ctx: &Context,
        output: &FullOutput,
        background: Color32,
    ) -> RgbaImage {
        let (device, queue) = &*DEVICE;
        let pixels_per_point = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * pixels_per_point).round();
        let screen = ScreenDescriptor {
            size_in_pixels: [size.x as u32, size.y as u32],
            pixels_per_point,
        };
        let shapes = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let mut renderer = self.0.borrow_mut();
        renderer.update_buffers(device, queue, &mut encoder, &shapes, &screen);
        let [width, height] = screen.size_in_pixels;
        let texture = device.create_texture(&wgpu::TextureDescriptor {
            label: None,
            size: Extent3d {
                width,
                height,
                depth_or_array_layers: 1,
            },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: FORMAT,
            usage: TextureUsages::RENDER_ATTACHMENT | TextureUsages::COPY_SRC,
            view_formats: &[],
        });
        let view = texture.create_view(&wgpu::TextureViewDescriptor::default());
        let mut pass = encoder
            .begin_render_pass(&wgpu::RenderPassDescriptor {
                color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                    view: &view,
                    resolve_target: None,
                    ops: wgpu::Operations {
                        load: wgpu::LoadOp::Clear(paint(background)),
                        store: wgpu::StoreOp::Store,
                    },
                    depth_slice: None,
                })],
                ..Default::default()
            })
            .forget_lifetime();
        renderer.render(&mut pass, &shapes, &screen);
        drop(pass);
        read_back(encoder, &texture)
    }
}

impl TestRenderer for SoftwareRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let (device, queue) = &*DEVICE;
        let mut renderer = self.0.borrow_mut();
        for (id, images) in delta.set.drain() {
            for image in images {
                renderer.update_texture(device, queue, id, &image);
            }
        }
        for id in delta.free.drain() {
            renderer.free_texture(&id);
        }
    }
}

fn paint(color: Color32) -> wgpu::Color {
    let [r, g, b, a] = color.to_array().map(|channel| f64::from(channel) / 255.0);
    wgpu::Color { r, g, b, a }
}

/// Runs what was recorded and reads the picture back.
fn read_back(mut encoder: CommandEncoder, texture: &Texture) -> RgbaImage {
    let (device, queue) = &*DEVICE;
    let (width, height) = (texture.width(), texture.height());
    let row = (width * BYTES).next_multiple_of(wgpu::COPY_BYTES_PER_ROW_ALIGNMENT);
    let buffer = device.create_buffer(&wgpu::BufferDescriptor {
        label: None,
        size: u64::from(row * height),
        usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    });
    encoder.copy_texture_to_buffer(
        texture.as_image_copy(),
        wgpu::TexelCopyBufferInfo {
            buffer: &buffer,
            layout: wgpu::TexelCopyBufferLayout {
                offset: 0,
                bytes_per_row: Some(row),
                rows_per_image: None,
            },
        },
        texture.size(),
    );
    queue.submit([encoder.finish()]);
    let bytes = read(device, &buffer)
        .chunks_exact(row as usize)
        .flat_map(|row| &row[..(width * BYTES) as usize])
        .copied()
        .collect();
    RgbaImage::from_raw(width, height, bytes).unwrap()
}

fn read(device: &Device, buffer: &Buffer) -> Vec<u8> {
    buffer.map_async(wgpu::MapMode::Read, .., |mapped| mapped.unwrap());
    device.poll(wgpu::PollType::wait_indefinitely()).unwrap();
    buffer.get_mapped_range(..).unwrap().to_vec()
}
