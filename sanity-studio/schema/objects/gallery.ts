import { ImagesIcon } from '@sanity/icons/Images'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { imageFields, imageOptions, imagePreview } from './image.ts'

export const gallery = defineType({
  name: 'gallery',
  title: 'Gallery',
  type: 'object',
  icon: ImagesIcon,
  fields: [
    defineField({
      name: 'images',
      title: 'Photos',
      type: 'array',
      description: 'Two or more. Drop several files here at once; drag them into the order you want.',
      options: { layout: 'grid' },
      of: [
        defineArrayMember({
          type: 'image',
          options: imageOptions,
          fields: imageFields,
          preview: imagePreview,
          validation: (rule) => rule.assetRequired().error('Choose a photo, or remove this one.'),
        }),
      ],
      validation: (rule) => rule.required().min(2).error('A gallery needs at least two photos.'),
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'Shown under the whole gallery.',
    }),
  ],
  preview: {
    select: { images: 'images', caption: 'caption', media: 'images.0' },
    prepare: ({ images, caption, media }) => ({
      title: caption || 'Gallery',
      // Beside `images.0` the Studio hands the list out as an object with numbers for keys.
      subtitle: `Gallery of ${Object.keys(images ?? {}).length} photos`,
      media,
    }),
  },
})
